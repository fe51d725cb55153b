"""What every peer in Python is asked for, and how it answers; the same as task.hpp."""

import argparse
import json
import sys
import time

import numpy as np


def images(path):
    return np.fromfile(path, dtype=np.uint8, offset=16).reshape(-1, 784)


def labels(path):
    return np.fromfile(path, dtype=np.uint8, offset=8).astype(np.int64)


def read_task():
    parser = argparse.ArgumentParser()
    for word in ("mnist", "task", "model", "dtype", "batch", "samples"):
        parser.add_argument("--" + word, required=True)
    task = parser.parse_args()
    task.batch = int(task.batch)
    if task.dtype not in ("f64", "f32"):
        sys.exit(2)
    task.real = np.float64 if task.dtype == "f64" else np.float32
    task.order = np.fromfile(f"{task.task}/order.i32", dtype=np.int32)[: int(task.samples)]
    task.order = task.order.astype(np.int64)
    if task.model == "linear":
        layers = [("linear_W", (10, 784))]
    else:
        layers = [("mlp_W0", (100, 784)), ("mlp_W1", (10, 100))]
    task.W = [np.fromfile(f"{task.task}/{name}.f64").reshape(shape).astype(task.real)
              for name, shape in layers]
    task.learning_rate = min(0.01 * task.batch, 0.32)
    start = time.process_time()
    task.x = (images(f"{task.mnist}/train-images-idx3-ubyte") / task.real(255)).astype(task.real)
    task.load_seconds = time.process_time() - start
    task.gold = labels(f"{task.mnist}/train-labels-idx1-ubyte")
    task.test_x = (images(f"{task.mnist}/t10k-images-idx3-ubyte") / task.real(255))
    task.test_x = task.test_x.astype(task.real)
    task.test_gold = labels(f"{task.mnist}/t10k-labels-idx1-ubyte")
    return task


def measure(task, train, count_right):
    start = time.thread_time()
    train()
    train_seconds = time.thread_time() - start
    start = time.thread_time()
    right = count_right()
    evaluate_seconds = time.thread_time() - start
    print(json.dumps({
        "train_per_second": round(len(task.order) / train_seconds),
        "evaluate_per_second": round(len(task.test_gold) / evaluate_seconds),
        "accuracy": round(right / len(task.test_gold), 4),
        "load_seconds": round(task.load_seconds, 4),
    }))

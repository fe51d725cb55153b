"""Gradients by hand in numpy, as the course's first students wrote them; a sample is a column
vector, a batch has a sample in each column."""

import numpy as np

from task import measure, read_task

task = read_task()
parameters = [(W, np.zeros((W.shape[0], 1), task.real)) for W in task.W]


def forward(x):
    W, b = parameters[0]
    h = W @ x + b
    if len(parameters) == 1:
        return None, h
    h = np.tanh(h)
    V, c = parameters[1]
    return h, V @ h + c


def step(x, gold):
    n = x.shape[1]
    h, logits = forward(x)
    g = np.exp(logits - logits.max(axis=0))
    g /= g.sum(axis=0)
    g[gold, np.arange(n)] -= 1
    g /= n
    gradients = []
    if h is not None:
        V, _ = parameters[1]
        gradients.append((g @ h.T, g.sum(axis=1, keepdims=True)))
        g = (V.T @ g) * (1 - h**2)
    gradients.append((g @ x.T, g.sum(axis=1, keepdims=True)))
    for (W, b), (gW, gb) in zip(parameters, reversed(gradients)):
        W -= task.learning_rate * gW
        b -= task.learning_rate * gb


def train():
    for first in range(0, len(task.order), task.batch):
        batch = task.order[first:first + task.batch]
        step(task.x[batch].T, task.gold[batch])


def count_right():
    right = 0
    for first in range(0, len(task.test_x), 128):
        _, logits = forward(task.test_x[first:first + 128].T)
        right += int((logits.argmax(axis=0) == task.test_gold[first:first + 128]).sum())
    return right


measure(task, train, count_right)

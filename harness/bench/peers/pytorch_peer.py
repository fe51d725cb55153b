"""PyTorch, eager, with its own autograd and optimiser; one thread."""

import numpy as np
import torch

from task import measure, read_task

torch.set_num_threads(1)
task = read_task()
dtype = torch.float64 if task.real is np.float64 else torch.float32


def layer(W):
    linear = torch.nn.Linear(W.shape[1], W.shape[0], dtype=dtype)
    with torch.no_grad():
        linear.weight.copy_(torch.from_numpy(W))
        linear.bias.zero_()
    return linear


layers = [layer(W) for W in task.W]
if len(layers) == 2:
    layers.insert(1, torch.nn.Tanh())
network = torch.nn.Sequential(*layers)
x, gold = torch.from_numpy(task.x), torch.from_numpy(task.gold)


def train():
    optimizer = torch.optim.SGD(network.parameters(), lr=task.learning_rate)
    for batch in torch.from_numpy(task.order).split(task.batch):
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(network(x[batch]), gold[batch]).backward()
        optimizer.step()


def count_right():
    right = 0
    with torch.no_grad():
        test_gold = torch.from_numpy(task.test_gold)
        for images, labels in zip(torch.from_numpy(task.test_x).split(128), test_gold.split(128)):
            right += int((network(images).argmax(dim=1) == labels).sum())
    return right


measure(task, train, count_right)

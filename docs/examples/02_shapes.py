"""The numpy side of chapter 2: runs each row of its tables, and computes the numbers of the section
"With numbers" once more. The numbers that the kit gives are those which 02_shapes.cpp expects."""

import contextlib
import io
import pathlib
import re

import numpy as np


def problem():
    ## [problem]
    y = np.array([[1.0], [3.0]])  # two predictions, as a column: 2 x 1
    t = np.array([1.0, 3.0])      # two targets: 2 entries
    loss = np.mean((y - t) ** 2)  # 2.0
    ## [problem]
    assert (y - t).shape == (2, 2)
    assert np.array_equal(y - t, [[0.0, -2.0], [2.0, 0.0]])
    assert loss == 2.0


def making():
    u = np.array([1.0, 2.0])
    A = np.array([[1.0, 2.0], [3.0, 4.0]])
    assert u[1] == A[0, 1] == 2.0
    assert np.empty(3).shape == (3,)
    assert np.empty((2, 3)).shape == (2, 3)
    assert not np.zeros(3).any()
    assert not np.zeros((2, 3)).any()
    B = A.copy()
    C = A
    A[0, 0] = 5.0
    assert B[0, 0] == 1.0
    assert C[0, 0] == 5.0


def reading():
    u = np.array([1.0, 2.0])
    A = np.array([[1.0, 2.0], [3.0, 4.0]])
    B = np.array([[5.0, 6.0], [7.0, 8.0]])
    assert u[0] == 1.0
    assert A[1, 0] == 3.0
    assert u.size == 2
    assert A.shape[0] == 2
    assert A.shape[1] == 2
    assert A.size == 4
    assert not np.array_equal(A, B)
    entries = []
    for entry in A.flatten(order="F"):
        entries.append(entry)
    assert entries == [1.0, 3.0, 2.0, 4.0]
    with contextlib.redirect_stdout(io.StringIO()) as shown:
        print(A)
    assert shown.getvalue() == "[[1. 2.]\n [3. 4.]]\n"


def products():
    u = np.array([1.0, 2.0])
    v = np.array([3.0, 4.0])
    A = np.array([[1.0, 2.0], [3.0, 4.0]])
    B = np.array([[5.0, 6.0], [7.0, 8.0]])
    assert np.array_equal(A @ u, [5.0, 11.0])
    assert np.array_equal(A @ B, [[19.0, 22.0], [43.0, 50.0]])
    assert np.array_equal(A * B, [[5.0, 12.0], [21.0, 32.0]])
    assert np.array_equal(u * v, [3.0, 8.0])
    assert u @ v == 11.0
    assert np.array_equal(np.outer(u, v), [[3.0, 4.0], [6.0, 8.0]])
    assert np.array_equal(A @ B.T, sum(np.outer(A[:, k], B[:, k]) for k in range(2)))
    assert np.array_equal(A.T, [[1.0, 3.0], [2.0, 4.0]])
    assert np.array_equal(A.T @ u, [7.0, 10.0])
    assert np.array_equal(A.T @ B, [[26.0, 30.0], [38.0, 44.0]])


def entry_by_entry():
    u = np.array([1.0, 2.0])
    v = np.array([3.0, 4.0])
    A = np.array([[1.0, 2.0], [3.0, 4.0]])
    B = np.array([[5.0, 6.0], [7.0, 8.0]])
    assert np.array_equal(u + v, [4.0, 6.0])
    assert np.array_equal(A - B, np.full((2, 2), -4.0))
    assert np.array_equal(-u, [-1.0, -2.0])
    assert np.array_equal(u - 1.0, [0.0, 1.0])
    assert np.array_equal(2.0 * A, A + A)
    assert np.array_equal(1.0 / u, [1.0, 0.5])
    assert np.isclose(np.exp(u)[1], np.e**2)
    assert np.isclose(np.log(u)[1], 0.6931471805599453)
    assert np.isclose(np.tanh(u)[1], 0.9640275800758169)
    assert np.sqrt(A)[1, 1] == 2.0
    assert np.square(A)[1, 1] == 16.0
    assert np.abs(A)[1, 1] == 4.0
    assert np.array_equal(np.maximum(u, 1.5), [1.5, 2.0])
    u -= 1.0
    assert np.array_equal(np.where(u > 0.0, 1.0, 0.0), [0.0, 1.0])
    u += 1.0
    u += v
    A += np.outer(u, v)
    assert np.array_equal(u, [4.0, 6.0])
    assert np.array_equal(A, [[13.0, 18.0], [21.0, 28.0]])


def sums_and_columns():
    u = np.array([1.0, 2.0])
    A = np.array([[1.0, 2.0], [3.0, 4.0]])
    B = np.array([[5.0, 6.0], [7.0, 8.0]])
    assert A.sum() == 10.0
    assert A.mean() == 2.5
    assert A.max() == 4.0
    assert A.min() == 1.0
    assert u.argmax() == 1
    assert np.isfinite(A).all()
    assert np.array_equal(A[:, 1].copy(), [2.0, 4.0])
    B[:, 1] = u
    assert np.array_equal(B, [[5.0, 1.0], [7.0, 2.0]])
    assert np.array_equal(u[:, None], [[1.0], [2.0]])
    assert np.array_equal(A + u[:, None], [[2.0, 3.0], [5.0, 6.0]])
    assert np.array_equal(A.sum(axis=1, keepdims=True), [[3.0], [7.0]])


def with_numbers():
    """What TEST(Shapes, Numbers) computes, under the same names."""
    W = np.array([[1.0, 2.0], [3.0, 4.0]])
    x = np.array([5.0, 6.0])
    u = np.array([2.0, -1.0])
    X = np.array([[5.0, 1.0], [6.0, 0.0]])
    Y = W @ X
    return {
        "W": W,
        "x": x,
        "u": u,
        "y": W @ x,
        "P": W @ W,
        "H": W * W,
        "d": u @ x,
        "O": np.outer(u, x),
        "f": W @ u,
        "t": W.T @ u,
        "X": X,
        "Y": Y,
        "S": Y.sum(axis=1, keepdims=True),
    }


def agreement(computed):
    """How many numbers the kit and numpy agree on. A number is read from a line such as
    EXPECT_SHOWN("17", y(0)); of the C++ test, where y(0) is y[0] in numpy."""
    source = pathlib.Path(__file__).with_suffix(".cpp").read_text(encoding="utf-8")
    test = re.search(r"TEST\(Shapes, Numbers\) \{\n(.*?)\n\}", source, re.DOTALL).group(1)
    expected = re.findall(r'EXPECT_SHOWN\("([^"]+)", (\w+)(?:\(([\d, ]+)\))?\);', test)
    assert len(expected) == test.count("EXPECT_SHOWN"), "a line of the test cannot be read"
    assert {name for _, name, _ in expected} == set(computed), "other names than in the test"
    for text, name, place in expected:
        value = computed[name][tuple(map(int, place.split(",")))] if place else computed[name]
        assert value == float(text), f"{name}({place}): {text} in C++, {value} in numpy"
    return len(expected)


problem()
making()
reading()
products()
entry_by_entry()
sums_and_columns()
print(f"numpy agrees: {agreement(with_numbers())} numbers")

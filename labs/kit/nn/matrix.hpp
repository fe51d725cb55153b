#pragma once

/// \file
/// Numbers in columns and tables: all that an exercise needs, in one header.
///
/// `x`, `g`: Vector. `A`, `B`, `W`, `G`: Matrix. `v`: either. `s`: one number. The names are those
/// of numpy, with one exception: `*` is the product of linear algebra.
///
/// | write                        | get                                                           |
/// |------------------------------|---------------------------------------------------------------|
/// | `Vector x = {1, 2, 3}`       | these entries                                                 |
/// | `Vector x(n)`                | n entries, NaN until written                                  |
/// | `Vector::zeros(n)`           | n zeros                                                       |
/// | `Matrix A = {{1, 2}, {3, 4}}`| these rows                                                    |
/// | `Matrix A(m, n)`             | m x n entries, NaN until written                              |
/// | `Matrix::zeros(m, n)`        | m x n zeros                                                   |
/// | `x(i)`, `x[i]`, `x.size()`   | an entry (checked), how many there are                        |
/// | `A(i, j)`, `A.rows()`, `A.cols()`, `A.size()` | an entry (checked), the shape, rows * cols   |
/// | `for (double& entry : v)`    | all entries in turn; those of a matrix column after column    |
/// | `v == v`, `std::cout << v`   | comparison, printing                                          |
/// | `W * x`, `A * B`             | product of linear algebra; `Vector * Vector` does not compile |
/// | `v + v`, `v - v`, `-v`       | entry by entry                                                |
/// | `v + s`, `s + v`, `v - s`, `s - v` | s with each entry                                       |
/// | `s * v`, `v * s`, `v / s`, `s / v` | s with each entry                                       |
/// | `v += v`, `v -= v`           | in place; also `W += outer(g, x)`                             |
/// | `v += s`, `v -= s`, `v *= s`, `v /= s` | in place                                            |
/// | `hadamard(v, v)`             | entry times entry                                             |
/// | `dot(x, x)`                  | sum of x(i) y(i), a number                                    |
/// | `outer(g, x)`                | g x^T, a matrix: entry (i, j) is g(i) x(j)                    |
/// | `outer(G, A)`                | the sum of the outer products of their columns                |
/// | `transpose(A)`               | A^T                                                           |
/// | `transposed_times(W, g)`, `transposed_times(W, G)` | W^T g, without a copy of W              |
/// | `exp(v)`, `log(v)`, `tanh(v)`, `sqrt(v)`, `square(v)`, `abs(v)` | of each entry              |
/// | `maximum(v, s)`              | the larger of each entry and s                                |
/// | `positive(v)`                | 1 where the entry is > 0, otherwise 0                         |
/// | `sum(v)`, `mean(v)`, `max(v)`, `min(v)` | of all entries, a number                           |
/// | `argmax(x)`                  | position of the largest entry                                 |
/// | `all_finite(v)`              | whether no entry is NaN or infinite                           |
/// | `column(A, j)`               | column j as a Vector                                          |
/// | `set_column(A, j, x)`        | overwrites column j                                           |
/// | `as_column(x)`               | x as a Matrix of one column                                   |
/// | `add_column(A, x)`, `add_column(A, B)` | adds x (or B of one column) to each column of A     |
/// | `sum_columns(A)`             | the columns added up, a Matrix of one column                  |
///
/// Shapes that do not fit throw ShapeError with both shapes and the rule.

#include "nn/dense_matrix.hpp"
#include "nn/functions.hpp"
#include "nn/operators.hpp"
#include "nn/outer_product.hpp"
#include "nn/vector.hpp"

#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "protocol/array.hpp"

namespace gradus::check::wide {

/// The number type of all reference computations: at least 11 more bits than double on x86-64 and
/// on AArch64, so that a reference's own rounding is invisible next to that of an answer in double.
using Real = long double;

/// A column-major matrix of Real: what oracles compute with between two Arrays.
struct Matrix {
  Shape shape;
  std::vector<Real> values;

  Matrix() = default;
  explicit Matrix(Shape s) : shape(s), values(static_cast<std::size_t>(s.size()), 0.0L) {}

  [[nodiscard]] Index rows() const { return shape.rows; }
  [[nodiscard]] Index cols() const { return shape.cols; }
  [[nodiscard]] Real& operator()(Index i, Index j) {
    return values[static_cast<std::size_t>(j * shape.rows + i)];
  }
  [[nodiscard]] Real operator()(Index i, Index j) const {
    return values[static_cast<std::size_t>(j * shape.rows + i)];
  }
};

/// The same numbers as long doubles: exact.
[[nodiscard]] Matrix widen(const Array& array);

/// The nearest doubles.
[[nodiscard]] Array narrow(const Matrix& matrix);

/// \throws std::invalid_argument with the sentence `what` unless `ok`.
void require(bool ok, const std::string& what);

/// Gradients of an affine function with respect to its three arguments.
struct AffineGradient {
  Matrix W;
  Matrix b;
  Matrix x;
};

/// \f$ W X + b 1^T \f$: W is out x in, b is out x 1, X is in x n.
/// \throws std::invalid_argument if the shapes do not fit.
[[nodiscard]] Matrix affine(const Matrix& W, const Matrix& b, const Matrix& x);

/// \f$ G X^T \f$, the row sums of \f$ G \f$, and \f$ W^T G \f$; G is out x n.
/// \throws std::invalid_argument if the shapes do not fit.
[[nodiscard]] AffineGradient affine_gradient(const Matrix& W, const Matrix& x, const Matrix& g);

/// The softmax of each column, after subtracting the column's maximum.
[[nodiscard]] Matrix softmax(const Matrix& logits);

/// \f$ -\log \mathrm{softmax}(x)_y \f$ of column `col`.
/// \throws std::invalid_argument unless gold is a row of the logits.
[[nodiscard]] Real nll(const Matrix& logits, Index col, Index gold);

/// The gradient of the mean over the columns of nll, times `g`. The entry of the gold class is
/// computed from the other probabilities, so that it keeps all its digits when they are tiny.
/// \throws std::invalid_argument unless there is one gold class for each column.
[[nodiscard]] Matrix nll_gradient(const Matrix& logits, std::span<const Index> golds, Real g);

}  // namespace gradus::check::wide

#pragma once

#include "nn/dense_matrix.hpp"

namespace nn {

/// The matrix \f$ s \sum_k g_k x_k^\top \f$, kept as its factors as long as nobody needs the
/// matrix.
///
/// \f$ g_k \f$ and \f$ x_k \f$ are the columns of `left()` (out x n) and `right()` (in x n), so the
/// product is out x in, the shape of a weight matrix. It converts to Matrix by itself, and
/// `W -= lr * outer(g, x)` changes W in place without ever building the product. The factors are
/// copies: what happens later to `g` and `x` does not matter.
class OuterProduct {
 public:
  /// \param left  g, out x n.
  /// \param right x, in x n.
  /// \throws ShapeError if the numbers of columns differ.
  OuterProduct(Matrix left, Matrix right);

  [[nodiscard]] Index rows() const { return left_.rows(); }     ///< Rows of the product, out.
  [[nodiscard]] Index cols() const { return right_.rows(); }    ///< Columns of the product, in.
  [[nodiscard]] Index size() const { return rows() * cols(); }  ///< Entries of the product.

  /// One entry, computed on demand; a zero entry of x adds 0 whatever g holds.
  /// \throws IndexError if there is no such entry.
  [[nodiscard]] double operator()(Index i, Index j) const;

  /// The matrix itself, rows() x cols().
  operator Matrix() const;  // NOLINT(google-explicit-constructor): it is meant to be invisible.

  [[nodiscard]] const Matrix& left() const { return left_; }    ///< g, out x n.
  [[nodiscard]] const Matrix& right() const { return right_; }  ///< x, in x n.
  [[nodiscard]] double scale() const { return scale_; }         ///< s, 1 at first.

  OuterProduct& operator*=(double factor);   ///< Multiplies s by it.
  OuterProduct& operator/=(double divisor);  ///< Divides s by it.

  void operator+=(const Matrix&) = delete;  // Write `Matrix h = outer(g, x);`, then `h += m;`.
  void operator-=(const Matrix&) = delete;  // Write `Matrix h = outer(g, x);`, then `h -= m;`.

 private:
  Matrix left_;
  Matrix right_;
  double scale_ = 1.0;
};

/// \f$ g x^\top \f$: entry (i, j) is g(i) x(j).
[[nodiscard]] OuterProduct outer(const Vector& g, const Vector& x);

/// \f$ \sum_k g_k x_k^\top \f$ over the columns of g (out x n) and x (in x n): a batch of n
/// samples. \throws ShapeError if the numbers of columns differ.
[[nodiscard]] OuterProduct outer(Matrix g, Matrix x);

/// \name Scaled, without building the product
/// \{
[[nodiscard]] OuterProduct operator*(double factor, OuterProduct product);   ///< s times factor.
[[nodiscard]] OuterProduct operator*(OuterProduct product, double factor);   ///< s times factor.
[[nodiscard]] OuterProduct operator/(OuterProduct product, double divisor);  ///< s over divisor.
[[nodiscard]] OuterProduct operator-(OuterProduct product);                  ///< -s.
/// \}

}  // namespace nn

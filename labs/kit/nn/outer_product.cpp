#include "nn/outer_product.hpp"

#include <utility>

#include "nn/error.hpp"
#include "nn/functions.hpp"
#include "nn/kernels.hpp"
#include "nn/shape_text.hpp"

namespace nn {

namespace {

void add_to(Matrix& W, const char* operation, double sign, const OuterProduct& product) {
  if (W.rows() != product.rows() || W.cols() != product.cols()) {
    detail::throw_shape_error(operation, detail::describe("W", W),
                              detail::describe("outer(g, x)", product),
                              "both must have the same shape");
  }
  const Matrix& g = product.left();
  kernels::add_outer_product(W.data(), sign * product.scale(), g.data(), product.right().data(),
                             W.rows(), W.cols(), g.cols());
}

}  // namespace

OuterProduct::OuterProduct(Matrix left, Matrix right)
    : left_(std::move(left)), right_(std::move(right)) {
  if (left_.cols() != right_.cols()) {
    detail::throw_shape_error("outer(g, x)", detail::describe("g", left_),
                              detail::describe("x", right_),
                              "both must have the same number of columns, one for each sample");
  }
}

double OuterProduct::operator()(Index i, Index j) const {
  if (i < 0 || i >= rows() || j < 0 || j >= cols()) {
    detail::throw_no_such_entry(i, j, rows(), cols());
  }
  double sum = 0.0;
  for (Index k = 0; k < left_.cols(); ++k) {
    if (right_(j, k) != 0.0) sum += (scale_ * right_(j, k)) * left_(i, k);
  }
  return sum;
}

OuterProduct::operator Matrix() const {
  Matrix dense = Matrix::zeros(rows(), cols());
  dense += *this;
  return dense;
}

OuterProduct& OuterProduct::operator*=(double factor) {
  scale_ *= factor;
  return *this;
}

OuterProduct& OuterProduct::operator/=(double divisor) {
  scale_ /= divisor;
  return *this;
}

OuterProduct outer(const Vector& g, const Vector& x) { return {as_column(g), as_column(x)}; }
OuterProduct outer(Matrix g, Matrix x) { return {std::move(g), std::move(x)}; }

OuterProduct operator*(double factor, OuterProduct product) {
  product *= factor;
  return product;
}

OuterProduct operator*(OuterProduct product, double factor) {
  product *= factor;
  return product;
}

OuterProduct operator/(OuterProduct product, double divisor) {
  product /= divisor;
  return product;
}

OuterProduct operator-(OuterProduct product) {
  product *= -1.0;
  return product;
}

Matrix& Matrix::operator+=(const OuterProduct& product) {
  add_to(*this, "W += outer(g, x)", 1.0, product);
  return *this;
}

Matrix& Matrix::operator-=(const OuterProduct& product) {
  add_to(*this, "W -= outer(g, x)", -1.0, product);
  return *this;
}

}  // namespace nn

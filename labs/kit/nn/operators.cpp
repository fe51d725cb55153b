#include "nn/operators.hpp"

#include <utility>

#include "nn/kernels.hpp"
#include "nn/shape_text.hpp"

namespace nn {

Vector operator*(const Matrix& W, const Vector& x) {
  if (W.cols() != x.size()) {
    detail::throw_shape_error("W * x", detail::describe("W", W), detail::describe("x", x),
                              "the columns of W must equal the entries of x");
  }
  Vector y = detail::unwritten(W.rows());
  kernels::multiply(y.data(), W.data(), x.data(), W.rows(), W.cols(), 1);
  return y;
}

Matrix operator*(const Matrix& A, const Matrix& B) {
  if (A.cols() != B.rows()) {
    detail::throw_shape_error("A * B", detail::describe("A", A), detail::describe("B", B),
                              "the columns of A must equal the rows of B");
  }
  Matrix C = detail::unwritten(A.rows(), B.cols());
  kernels::multiply(C.data(), A.data(), B.data(), A.rows(), A.cols(), B.cols());
  return C;
}

// A parameter that is returned is moved, so that a chain like a + b - c makes one copy only.

Vector operator+(Vector a, const Vector& b) {
  a += b;
  return a;
}

Vector operator-(Vector a, const Vector& b) {
  a -= b;
  return a;
}

Matrix operator+(Matrix A, const Matrix& B) {
  A += B;
  return A;
}

Matrix operator-(Matrix A, const Matrix& B) {
  A -= B;
  return A;
}

Vector operator-(Vector x) {
  for (double& entry : x) entry = -entry;
  return x;
}

Vector operator+(Vector x, double number) {
  x += number;
  return x;
}

Vector operator+(double number, Vector x) { return std::move(x) + number; }

Vector operator-(Vector x, double number) {
  x -= number;
  return x;
}

Vector operator-(double number, Vector x) {
  for (double& entry : x) entry = number - entry;
  return x;
}

Vector operator*(Vector x, double factor) {
  x *= factor;
  return x;
}

Vector operator*(double factor, Vector x) { return std::move(x) * factor; }

Vector operator/(Vector x, double divisor) {
  x /= divisor;
  return x;
}

Vector operator/(double number, Vector x) {
  for (double& entry : x) entry = number / entry;
  return x;
}

Matrix operator-(Matrix A) {
  for (double& entry : A) entry = -entry;
  return A;
}

Matrix operator+(Matrix A, double number) {
  A += number;
  return A;
}

Matrix operator+(double number, Matrix A) { return std::move(A) + number; }

Matrix operator-(Matrix A, double number) {
  A -= number;
  return A;
}

Matrix operator-(double number, Matrix A) {
  for (double& entry : A) entry = number - entry;
  return A;
}

Matrix operator*(Matrix A, double factor) {
  A *= factor;
  return A;
}

Matrix operator*(double factor, Matrix A) { return std::move(A) * factor; }

Matrix operator/(Matrix A, double divisor) {
  A /= divisor;
  return A;
}

Matrix operator/(double number, Matrix A) {
  for (double& entry : A) entry = number / entry;
  return A;
}

}  // namespace nn

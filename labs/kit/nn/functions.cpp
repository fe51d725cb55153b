#include "nn/functions.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "nn/error.hpp"
#include "nn/kernels.hpp"
#include "nn/shape_text.hpp"

namespace nn {

namespace {

// Either means Vector or Matrix: what holds entry by entry holds for both alike.

template <class Either, class Function>
Either each(Either v, Function f) {
  for (double& entry : v) entry = f(entry);
  return v;
}

template <class Either>
Either times(Either a, const Either& b) {
  std::transform(a.begin(), a.end(), b.begin(), a.begin(),
                 [](double p, double q) { return p * q; });
  return a;
}

template <class Either>
Either tanh_of(Either v) {
  kernels::tanh_in_place(v.data(), v.size());
  return v;
}

template <class Either>
double sum_of(const Either& v) {
  double total = 0.0;
  for (const double entry : v) total += entry;
  return total;
}

// "max: there is no entry, and so no largest."
template <class Either>
void check_not_empty(const char* name, const Either& v) {
  if (v.size() > 0) return;
  throw ShapeError(std::string(name) +
                   ": there are no entries to choose from; at least one is needed.");
}

/// The entry that comes first in the order `before`, and the first NaN before all others.
template <class Either, class Before>
const double* first_in_order(const Either& v, Before before) {
  const double* best = v.begin();
  for (const double* entry = v.begin(); entry != v.end() && !std::isnan(*best); ++entry) {
    if (before(*entry, *best) || std::isnan(*entry)) best = entry;
  }
  return best;
}

template <class Either>
const double* largest(const char* name, const Either& v) {
  check_not_empty(name, v);
  return first_in_order(v, [](double p, double q) { return p > q; });
}

template <class Either>
const double* smallest(const char* name, const Either& v) {
  check_not_empty(name, v);
  return first_in_order(v, [](double p, double q) { return p < q; });
}

double exp_of(double t) { return std::exp(t); }
double log_of(double t) { return std::log(t); }
double sqrt_of(double t) { return std::sqrt(t); }
double abs_of(double t) { return std::abs(t); }
double square_of(double t) { return t * t; }
double positive_of(double t) { return t > 0.0 ? 1.0 : 0.0; }

void add_to_columns(Matrix& A, const double* b) {
  for (Index j = 0; j < A.cols(); ++j) {
    kernels::add_scaled(A.data() + j * A.rows(), 1.0, b, A.rows());
  }
}

void check_column(const char* operation, const Matrix& A, Index j) {
  if (j >= 0 && j < A.cols()) return;
  throw IndexError(std::string(operation) + ": there is no column " + std::to_string(j) +
                   " in a matrix of shape " + detail::shape_text(A.rows(), A.cols()) + ".");
}

}  // namespace

Vector exp(Vector x) { return each(std::move(x), exp_of); }
Matrix exp(Matrix A) { return each(std::move(A), exp_of); }
Vector log(Vector x) { return each(std::move(x), log_of); }
Matrix log(Matrix A) { return each(std::move(A), log_of); }
Vector tanh(Vector x) { return tanh_of(std::move(x)); }
Matrix tanh(Matrix A) { return tanh_of(std::move(A)); }
Vector sqrt(Vector x) { return each(std::move(x), sqrt_of); }
Matrix sqrt(Matrix A) { return each(std::move(A), sqrt_of); }
Vector square(Vector x) { return each(std::move(x), square_of); }
Matrix square(Matrix A) { return each(std::move(A), square_of); }
Vector abs(Vector x) { return each(std::move(x), abs_of); }
Matrix abs(Matrix A) { return each(std::move(A), abs_of); }
Vector positive(Vector x) { return each(std::move(x), positive_of); }
Matrix positive(Matrix A) { return each(std::move(A), positive_of); }

// Asked this way round, a NaN stays a NaN.
Vector maximum(Vector x, double bound) {
  return each(std::move(x), [bound](double t) { return t < bound ? bound : t; });
}

Matrix maximum(Matrix A, double bound) {
  return each(std::move(A), [bound](double t) { return t < bound ? bound : t; });
}

Vector hadamard(Vector a, const Vector& b) {
  detail::check_same_shape("hadamard(a, b)", "a", a, "b", b);
  return times(std::move(a), b);
}

Matrix hadamard(Matrix A, const Matrix& B) {
  detail::check_same_shape("hadamard(A, B)", "A", A, "B", B);
  return times(std::move(A), B);
}

double sum(const Vector& x) { return sum_of(x); }
double sum(const Matrix& A) { return sum_of(A); }

double mean(const Vector& x) {
  check_not_empty("mean", x);
  return sum(x) / static_cast<double>(x.size());
}

double mean(const Matrix& A) {
  check_not_empty("mean", A);
  return sum(A) / static_cast<double>(A.size());
}

double max(const Vector& x) { return *largest("max", x); }
double max(const Matrix& A) { return *largest("max", A); }
double min(const Vector& x) { return *smallest("min", x); }
double min(const Matrix& A) { return *smallest("min", A); }
Index argmax(const Vector& x) { return largest("argmax", x) - x.begin(); }

bool all_finite(const Vector& x) { return kernels::all_finite(x.data(), x.size()); }
bool all_finite(const Matrix& A) { return kernels::all_finite(A.data(), A.size()); }

double dot(const Vector& a, const Vector& b) {
  detail::check_same_shape("dot(a, b)", "a", a, "b", b);
  double total = 0.0;
  for (Index i = 0; i < a.size(); ++i) total += a[i] * b[i];
  return total;
}

Matrix transpose(const Matrix& A) {
  Matrix result = detail::unwritten(A.cols(), A.rows());
  for (Index j = 0; j < A.cols(); ++j) {
    for (Index i = 0; i < A.rows(); ++i) result(j, i) = A(i, j);
  }
  return result;
}

Vector transposed_times(const Matrix& W, const Vector& g) {
  if (W.rows() != g.size()) {
    detail::throw_shape_error("transposed_times(W, g)", detail::describe("W", W),
                              detail::describe("g", g),
                              "the rows of W must equal the entries of g");
  }
  Vector result = detail::unwritten(W.cols());
  kernels::multiply_transposed(result.data(), W.data(), g.data(), W.rows(), W.cols(), 1);
  return result;
}

Matrix transposed_times(const Matrix& W, const Matrix& G) {
  if (W.rows() != G.rows()) {
    detail::throw_shape_error("transposed_times(W, G)", detail::describe("W", W),
                              detail::describe("G", G), "the rows of W must equal the rows of G");
  }
  Matrix result = detail::unwritten(W.cols(), G.cols());
  kernels::multiply_transposed(result.data(), W.data(), G.data(), W.rows(), W.cols(), G.cols());
  return result;
}

Matrix add_column(Matrix A, const Vector& b) {
  if (A.rows() != b.size()) {
    detail::throw_shape_error("add_column(A, b)", detail::describe("A", A),
                              detail::describe("b", b),
                              "the rows of A must equal the entries of b");
  }
  add_to_columns(A, b.data());
  return A;
}

Matrix add_column(Matrix A, const Matrix& b) {
  if (b.cols() != 1 || A.rows() != b.rows()) {
    detail::throw_shape_error("add_column(A, b)", detail::describe("A", A),
                              detail::describe("b", b),
                              "b must have one column and as many rows as A");
  }
  add_to_columns(A, b.data());
  return A;
}

Matrix sum_columns(const Matrix& A) {
  Matrix total = Matrix::zeros(A.rows(), 1);
  for (Index j = 0; j < A.cols(); ++j) {
    kernels::add_scaled(total.data(), 1.0, A.data() + j * A.rows(), A.rows());
  }
  return total;
}

Vector column(const Matrix& A, Index j) {
  check_column("column(A, j)", A, j);
  Vector x = detail::unwritten(A.rows());
  std::copy_n(A.data() + j * A.rows(), A.rows(), x.data());
  return x;
}

void set_column(Matrix& A, Index j, const Vector& x) {
  check_column("set_column(A, j, x)", A, j);
  if (x.size() != A.rows()) {
    detail::throw_shape_error("set_column(A, j, x)", detail::describe("A", A),
                              detail::describe("x", x),
                              "the entries of x must equal the rows of A");
  }
  std::copy_n(x.data(), x.size(), A.data() + j * A.rows());
}

Matrix as_column(Vector x) {
  Matrix A;
  A.rows_ = x.size();
  A.cols_ = 1;
  A.values_ = std::move(x.values_);
  return A;
}

}  // namespace nn

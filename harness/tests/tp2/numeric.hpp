#pragma once

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <string>
#include <utility>

#include "nn/matrix.hpp"
#include "nn/rng.hpp"
#include "tp2/tensor.hpp"

/// Small tools of these tests: random matrices, distances, and gradients by central differences.
namespace tp2::test {

inline nn::Matrix random_matrix(nn::Index rows, nn::Index cols, nn::Rng& rng) {
  nn::Matrix A(rows, cols);
  for (double& entry : A) entry = rng.uniform(-1.0, 1.0);
  return A;
}

inline Tensor leaf(nn::Matrix data) { return Tensor(std::move(data), true); }

/// The largest difference of two entries; infinite if the shapes differ or an entry is NaN.
inline double distance(const nn::Matrix& A, const nn::Matrix& B) {
  if (A.rows() != B.rows() || A.cols() != B.cols()) return std::numeric_limits<double>::infinity();
  double largest = 0.0;
  for (nn::Index j = 0; j < A.cols(); ++j) {
    for (nn::Index i = 0; i < A.rows(); ++i) {
      const double difference = std::abs(A(i, j) - B(i, j));
      if (std::isnan(difference)) return std::numeric_limits<double>::infinity();
      largest = std::max(largest, difference);
    }
  }
  return largest;
}

/// <g, y>: the loss whose gradient with respect to y is g.
inline double inner(const nn::Matrix& g, const nn::Matrix& y) { return nn::sum(hadamard(g, y)); }

/// The gradient of `loss` at x, by central differences: right to about 1e-9 for values near 1.
inline nn::Matrix numeric_gradient(const std::function<double(const nn::Matrix&)>& loss,
                                   nn::Matrix x) {
  constexpr double kStep = 1e-5;
  nn::Matrix gradient(x.rows(), x.cols());
  for (nn::Index j = 0; j < x.cols(); ++j) {
    for (nn::Index i = 0; i < x.rows(); ++i) {
      const double middle = x(i, j);
      x(i, j) = middle + kStep;
      const double above = loss(x);
      x(i, j) = middle - kStep;
      const double below = loss(x);
      x(i, j) = middle;
      gradient(i, j) = (above - below) / (2.0 * kStep);
    }
  }
  return gradient;
}

/// What `action` throws, as text; empty if it throws nothing of that type.
template <class Error>
std::string message_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace tp2::test

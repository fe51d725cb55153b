#pragma once

#include <span>

#include "protocol/array.hpp"

/// The right answers of the exercises' functions, computed in long double with plain loops.
///
/// The columns of an array are samples: one sample (all of TP1) is one column. `gold` and `golds`
/// count classes from 0. Every function throws std::invalid_argument when shapes do not fit or a
/// gold class does not exist: that is a mistake of a spec, never of a student.
namespace gradus::check::oracle {

/// Gradients of an affine function with respect to its arguments, each of its argument's shape.
struct AffineGradient {
  Array W;
  Array b;
  Array x;
};

/// \f$ y = W x + b \f$ for each column of x.
/// \param W  out x in
/// \param b  out x 1
/// \param x  in x n
/// \return   out x n
[[nodiscard]] Array affine(const Array& W, const Array& b, const Array& x);

/// The gradients \f$ g_W = \sum_c g_c x_c^T \f$, \f$ g_b = \sum_c g_c \f$ and
/// \f$ g_x = W^T g \f$ (the first two sum over the columns c).
/// \param g  out x n, the upstream gradient
[[nodiscard]] AffineGradient affine_gradient(const Array& W, const Array& x, const Array& g);

/// \f$ \mathrm{softmax}(x)_i = e^{x_i} / \sum_k e^{x_k} \f$ of each column. An entry of
/// \f$ -\infty \f$ has probability 0 as long as its column holds a finite one.
[[nodiscard]] Array softmax(const Array& logits);

/// \f$ -\log \mathrm{softmax}(x)_y = \log \sum_k e^{x_k} - x_y \f$ of one column of logits.
[[nodiscard]] double nll(const Array& logits, Index gold);

/// The mean over the columns of the negative log-likelihood of each column's gold class.
[[nodiscard]] double nll(const Array& logits, std::span<const Index> golds);

/// \f$ g (\mathrm{softmax}(x) - e_y) \f$: the gradient of nll(logits, gold), times g.
[[nodiscard]] Array nll_gradient(const Array& logits, Index gold, double g);

/// \f$ \frac{g}{n} (\mathrm{softmax}(x_c) - e_{y_c}) \f$ in column c: the gradient of the mean
/// over n columns, times g.
[[nodiscard]] Array nll_gradient(const Array& logits, std::span<const Index> golds, double g);

/// tanh of each entry.
[[nodiscard]] Array tanh(const Array& x);

/// \f$ g (1 - \tanh^2 x) \f$ for each entry.
[[nodiscard]] Array tanh_gradient(const Array& x, const Array& g);

/// max(x, 0) of each entry: exact, no rounding takes place.
[[nodiscard]] Array relu(const Array& x);

/// g where x > 0, else 0. At x = 0 anything between 0 and g is a subgradient: do not judge there.
[[nodiscard]] Array relu_gradient(const Array& x, const Array& g);

/// A share of right answers when ties may be broken either way.
struct AccuracyRange {
  double lowest = 0.0;   ///< if every tie that could go wrong does
  double highest = 0.0;  ///< if every tie that could go right does

  /// Whether a claimed accuracy is explained by some way of breaking the ties (up to 1e-12, for
  /// the division); false for NaN.
  [[nodiscard]] bool admits(double claimed) const {
    return claimed >= lowest - 1e-12 && claimed <= highest + 1e-12;
  }
};

/// The share of the columns of `logits` whose largest entry is that of the gold class. Entries
/// within 1e-12 of the largest (relative to it if it is above 1) count as tied.
[[nodiscard]] AccuracyRange accuracy(const Array& logits, std::span<const Index> golds);

}  // namespace gradus::check::oracle

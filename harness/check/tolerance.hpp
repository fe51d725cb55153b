#pragma once

#include <span>

#include "check/oracle.hpp"
#include "check/oracle_network.hpp"
#include "protocol/array.hpp"

namespace gradus::check {

/// Whether an answer is right up to a tolerance.
///
/// NaN is close to nothing, an infinity only to itself (whatever the tolerance).
[[nodiscard]] bool close(double got, double expected, double tolerance);

/// Watches close() while it lives: how much of its tolerance did the worst right answer use?
class MarginMeter {
 public:
  MarginMeter();
  ~MarginMeter();
  MarginMeter(const MarginMeter&) = delete;
  MarginMeter& operator=(const MarginMeter&) = delete;

  /// The largest error over its tolerance among the comparisons that held; 0 if there were none.
  [[nodiscard]] double worst() const { return worst_; }

 private:
  friend bool close(double, double, double);
  MarginMeter* outer_;
  double worst_ = 0.0;
};

}  // namespace gradus::check

/// How far a right answer in double precision may be from the oracle's.
///
/// **The rounding model.** Every operation returns the exact result times \f$ 1 + \delta \f$,
/// \f$ |\delta| \le u = 2^{-53} \f$; `EPS` below is \f$ 2u \approx 2.2 \cdot 10^{-16} \f$. A sum of
/// k terms in any order then has an error of at most \f$ (k - 1) u \sum |t_i| \f$ to first order
/// (N. J. Higham, "Accuracy and Stability of Numerical Algorithms", 2nd ed., section 4.2). `exp`,
/// `log` and `tanh` are taken to be right within a few EPS, which glibc, musl and Eigen's
/// vectorised versions are.
///
/// **The constants.** Each bound below is a worst case, valid for any order of the operations and
/// for every usual way of writing the formula, times a margin of at least 2. So a right answer
/// cannot fail by bad luck; on the other hand code in single precision (\f$ 6 \cdot 10^{-8} \f$)
/// is far outside. Bounds assume that nothing overflows.
///
/// Per-entry tolerances have the shape of the answer. Columns are samples, as in oracle.hpp.
namespace gradus::check::tolerance {

/// For oracle::affine: \f$ 2 (n + 2) \mathrm{EPS} (\sum_j |W_{ij} x_{jc}| + |b_i|) \f$ with n
/// columns in W.
///
/// n products and n additions have at most n + 1 roundings on the way of any term, that is
/// \f$ (n + 1) u \f$ times the sum of absolute values; this is four times as much.
[[nodiscard]] Array affine(const Array& W, const Array& b, const Array& x);

/// For oracle::affine_gradient. Each entry of gW sums k products over the columns, each of gx k
/// products over the rows of W: \f$ 2 (k + 1) \mathrm{EPS} \f$ times the sum of their absolute
/// values, as in affine(). gb sums k columns without products: \f$ 2 (k - 1) \mathrm{EPS} \f$,
/// which is 0, so exact equality, for a single sample.
[[nodiscard]] oracle::AffineGradient affine_gradient(const Array& W, const Array& x,
                                                     const Array& g);

/// For oracle::softmax: \f$ \mathrm{EPS} (16 (4 + |x|_\infty) + n) p_i + 10^{-300} \f$ with n
/// classes.
///
/// An exponent such as \f$ x_i - \max x \f$ or \f$ x_i - \log \sum e^x \f$ is at most
/// \f$ 2 |x|_\infty + \log n \f$ and rounded once or twice, which becomes a relative error of the
/// exponential; the sum of n positive terms adds \f$ (n - 1) u \f$. The last term allows for
/// exponentials that underflow. Infinite logits do not count in \f$ |x|_\infty \f$.
[[nodiscard]] Array softmax(const Array& logits);

/// For the sum of the n entries of one column of a softmax: how far from 1 it may be.
/// \f$ 16 \mathrm{EPS} (n + 4 + |x|_\infty) \f$, as softmax() plus the sum's own rounding.
[[nodiscard]] double softmax_sum(const Array& logits);

/// For oracle::nll: \f$ \mathrm{EPS} (8 (4 + \log n + 2 |x|_\infty) + n) \f$ for n classes.
///
/// The loss is a difference of numbers of size \f$ |x|_\infty + \log n \f$; relative errors of
/// \f$ \sum e^x \f$ are absolute errors of its logarithm. For a batch: the mean over the columns
/// plus \f$ 4 N \mathrm{EPS} \f$ times the largest loss, for a mean of N numbers taken in any way
/// (also as a running mean).
[[nodiscard]] double nll(const Array& logits, std::span<const Index> golds);

/// As above for one column.
[[nodiscard]] double nll(const Array& logits, Index gold);

/// For oracle::nll_gradient: \f$ \mathrm{EPS} (16 (4 + |x|_\infty) + n) |g| / N \f$ in each entry
/// of a column.
///
/// Absolute, not relative: \f$ p - 1 \f$ for a gold class of probability almost 1 has lost its
/// relative digits in the usual formula, and that is not a mistake.
[[nodiscard]] Array nll_gradient(const Array& logits, double g);

/// For oracle::tanh: 8 EPS, absolute.
///
/// Not relative: \f$ 2 \sigma(2x) - 1 \f$ is a right formula with an absolute error of 2 or 3 EPS
/// near 0.
[[nodiscard]] double tanh();

/// For oracle::tanh_gradient: \f$ 32 \mathrm{EPS} |g| \f$ in each entry.
///
/// \f$ y \f$ within 8 EPS gives \f$ 1 - y^2 \f$ within 16 EPS; twice that covers the roundings.
[[nodiscard]] Array tanh_gradient(const Array& g);

/// For oracle::forward: the bound of affine() and tanh(), carried from layer to layer.
///
/// If \f$ \delta_a \f$ bounds the error of a layer's input, that of its pre-activation is
/// \f$ \delta_z = |W| \delta_a + T_{affine} \f$; the activations have slopes of at most 1, so
/// that of its output is \f$ \delta_z + T_{tanh} \f$ (ReLU rounds nothing). To first order in
/// EPS, for any order of summation.
[[nodiscard]] Array forward(const oracle::Network& network, const Array& x);

/// For oracle::network_gradient, carried back from layer to layer.
///
/// With \f$ \delta_g \f$ the error of the gradient that arrives at a layer and \f$ \delta_a \f$
/// that of its input from forward(),
/// \f[ \delta_{g_W} = \delta_g |a|^T + |g| \delta_a^T + T, \qquad
///     \delta_{g_a} = |W|^T \delta_g + T \f]
/// where T are the bounds of affine_gradient(); through tanh,
/// \f$ \delta_{g_z} = \delta_{g_a} (1 - a^2) + |g_a| (2 |a| \delta_a + 32 \mathrm{EPS}) \f$.
/// Where a ReLU's pre-activation is 0 within its own bound, either side is right: the whole
/// \f$ |g_a| \f$ is added.
[[nodiscard]] oracle::NetworkGradient network_gradient(const oracle::Network& network,
                                                       const Array& x, const Array& g);

/// For oracle::network_nll: nll() of the logits plus twice the largest error of a column's logits
/// (the loss changes by at most \f$ \sum_i p_i \delta_i + \delta_y \f$), averaged.
[[nodiscard]] double network_nll(const oracle::Network& network, const Array& x,
                                 std::span<const Index> golds);

/// For oracle::network_nll_gradient: network_gradient() where the gradient at the logits is itself
/// only known within nll_gradient() plus
/// \f$ |g|/N \; p_i (\delta_i + \sum_k p_k \delta_k) \f$, the change of the softmax for logits
/// that are wrong by \f$ \delta \f$.
[[nodiscard]] oracle::NetworkGradient network_nll_gradient(const oracle::Network& network,
                                                           const Array& x,
                                                           std::span<const Index> golds, double g);

/// The `noise` of a GradientQuestion about a network (or, with one layer, an affine function):
/// \f$ |g|_1 (1 + \max_l \max_{i,c} (|W_l| |a_l| + |b_l|)_{ic}) \f$, the largest sum that gets
/// rounded on the way, for every output.
[[nodiscard]] double network_noise(const oracle::Network& network, const Array& x, const Array& g);

}  // namespace gradus::check::tolerance

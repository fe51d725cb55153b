#include "check/tolerance.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

namespace gradus::check {
namespace {

MarginMeter* current_meter = nullptr;

}  // namespace

bool close(double got, double expected, double tolerance) {
  if (!std::isfinite(got) || !std::isfinite(expected)) return got == expected;
  const double error = std::abs(got - expected);
  if (!(error <= tolerance)) return false;  // NaN admits nothing
  if (current_meter != nullptr && error > 0.0) {
    current_meter->worst_ = std::max(current_meter->worst_, error / tolerance);
  }
  return true;
}

MarginMeter::MarginMeter() : outer_(std::exchange(current_meter, this)) {}
MarginMeter::~MarginMeter() { current_meter = outer_; }

}  // namespace gradus::check

namespace gradus::check::tolerance {
namespace {

constexpr double kEpsilon = std::numeric_limits<double>::epsilon();

Array absolute(Array a) {
  for (double& v : a.values) v = std::abs(v);
  return a;
}

double largest_finite(const Array& a, Index col) {
  double result = 0.0;
  for (Index i = 0; i < a.rows(); ++i) {
    if (std::isfinite(a(i, col))) result = std::max(result, std::abs(a(i, col)));
  }
  return result;
}

/// The relative error of a probability computed from this column of logits.
double softmax_error(const Array& logits, Index col) {
  return kEpsilon * static_cast<double>(logits.rows()) +
         16.0 * kEpsilon * (4.0 + largest_finite(logits, col));
}

double column_nll(const Array& logits, Index col) {
  const auto n = static_cast<double>(logits.rows());
  return kEpsilon * (8.0 * (4.0 + std::log(n)) + n) + 16.0 * kEpsilon * largest_finite(logits, col);
}

Array one_column(const Array& a, Index col) {
  Array result(Shape{a.rows(), 1});
  for (Index i = 0; i < a.rows(); ++i) result[i] = a(i, col);
  return result;
}

/// The roundings of `terms` additions and products whose absolute values add up to `sum`. The
/// smallest double allows for products that underflow.
double sum_error(Index roundings, double sum) {
  if (roundings == 0 || sum == 0.0) return 0.0;
  const double count = 2.0 * static_cast<double>(roundings);
  return count * kEpsilon * sum + count * std::numeric_limits<double>::denorm_min();
}

void add(Array& to, const Array& what) {
  for (Index i = 0; i < to.size(); ++i) to[i] += what[i];
}

Array relu_or_tanh(oracle::Activation activation, const Array& z) {
  return activation == oracle::Activation::kTanh ? oracle::tanh(z) : oracle::relu(z);
}

/// A forward pass with, for each layer, the numbers and the bounds of their errors.
struct Pass {
  std::vector<Array> a;  ///< input of each layer
  std::vector<Array> a_error;
  std::vector<Array> z;  ///< pre-activation of each layer, the last one being the logits
  std::vector<Array> z_error;
};

Pass forward_pass(const oracle::Network& network, const Array& x) {
  Pass pass;
  Array a = x;
  Array a_error(x.shape);
  for (std::size_t l = 0; l < network.W.size(); ++l) {
    const Array& W = network.W[l];
    const Array no_bias(network.b[l].shape);
    Array z = oracle::affine(W, network.b[l], a);
    Array z_error = oracle::affine(absolute(W), no_bias, a_error);
    add(z_error, affine(W, network.b[l], a));
    pass.a.push_back(a);
    pass.a_error.push_back(a_error);
    a = relu_or_tanh(network.activation, z);
    a_error = z_error;
    if (network.activation == oracle::Activation::kTanh) {
      for (double& v : a_error.values) v += tanh();
    }
    pass.z.push_back(std::move(z));
    pass.z_error.push_back(std::move(z_error));
  }
  return pass;
}

/// Takes a gradient and the bound of its error back through the activation below layer l.
void through_activation(const oracle::Network& network, const Pass& pass, std::size_t l, Array& g,
                        Array& g_error) {
  const Array& a = pass.a[l];
  const Array& z = pass.z[l - 1];
  if (network.activation == oracle::Activation::kTanh) {
    for (Index i = 0; i < g.size(); ++i) {
      const double arriving = std::abs(g[i]);
      g_error[i] = g_error[i] * (1.0 - a[i] * a[i]) +
                   arriving * (2.0 * std::abs(a[i]) * pass.a_error[l][i] + 32.0 * kEpsilon);
    }
    g = oracle::tanh_gradient(z, g);
    return;
  }
  for (Index i = 0; i < g.size(); ++i) {
    const double margin = pass.z_error[l - 1][i];
    if (std::abs(z[i]) <= margin) {
      g_error[i] += std::abs(g[i]);
    } else if (z[i] < 0.0) {
      g_error[i] = 0.0;
    }
  }
  g = oracle::relu_gradient(z, g);
}

oracle::NetworkGradient backward_errors(const oracle::Network& network, const Pass& pass, Array g,
                                        Array g_error) {
  oracle::NetworkGradient errors;
  errors.W.resize(network.W.size());
  errors.b.resize(network.W.size());
  for (std::size_t l = network.W.size(); l-- > 0;) {
    const Array& W = network.W[l];
    const Array& a = pass.a[l];
    oracle::AffineGradient layer = affine_gradient(W, a, g);
    const oracle::AffineGradient inherited =
        oracle::affine_gradient(absolute(W), absolute(a), g_error);
    add(layer.W, inherited.W);
    add(layer.b, inherited.b);
    add(layer.x, inherited.x);
    add(layer.W, oracle::affine_gradient(W, pass.a_error[l], absolute(g)).W);
    errors.W[l] = std::move(layer.W);
    errors.b[l] = std::move(layer.b);
    g = oracle::affine_gradient(W, a, g).x;
    g_error = std::move(layer.x);
    if (l > 0) through_activation(network, pass, l, g, g_error);
  }
  errors.x = std::move(g_error);
  return errors;
}

}  // namespace

Array affine(const Array& W, const Array& b, const Array& x) {
  Array result = oracle::affine(absolute(W), absolute(b), absolute(x));
  for (double& v : result.values) v = sum_error(W.cols() + 2, v);
  return result;
}

oracle::AffineGradient affine_gradient(const Array& W, const Array& x, const Array& g) {
  oracle::AffineGradient result = oracle::affine_gradient(absolute(W), absolute(x), absolute(g));
  const Index samples = x.cols();
  for (double& v : result.W.values) v = sum_error(samples + 1, v);
  for (double& v : result.b.values) v = sum_error(samples - 1, v);
  for (double& v : result.x.values) v = sum_error(W.rows() + 1, v);
  return result;
}

Array softmax(const Array& logits) {
  Array result = oracle::softmax(logits);
  for (Index c = 0; c < logits.cols(); ++c) {
    const double relative = softmax_error(logits, c);
    for (Index i = 0; i < logits.rows(); ++i) result(i, c) = relative * result(i, c) + 1e-300;
  }
  return result;
}

double softmax_sum(const Array& logits) {
  double scale = 0.0;
  for (Index c = 0; c < logits.cols(); ++c) scale = std::max(scale, largest_finite(logits, c));
  return 16.0 * kEpsilon * (static_cast<double>(logits.rows()) + 4.0 + scale);
}

double nll(const Array& logits, std::span<const Index> golds) {
  const auto samples = static_cast<double>(logits.cols());
  double sum = 0.0;
  double largest_loss = 0.0;
  for (Index c = 0; c < logits.cols(); ++c) {
    sum += column_nll(logits, c) / samples;
    const double loss = oracle::nll(one_column(logits, c), golds[static_cast<std::size_t>(c)]);
    largest_loss = std::max(largest_loss, std::abs(loss));
  }
  if (logits.cols() == 1) return sum;
  return sum + 4.0 * samples * kEpsilon * largest_loss;
}

double nll(const Array& logits, Index gold) {
  const Index golds[] = {gold};
  return nll(logits, golds);
}

Array nll_gradient(const Array& logits, double g) {
  Array result(logits.shape);
  const double share = std::abs(g) / static_cast<double>(logits.cols());
  for (Index c = 0; c < logits.cols(); ++c) {
    const double error = softmax_error(logits, c) * share;
    for (Index i = 0; i < logits.rows(); ++i) result(i, c) = error;
  }
  return result;
}

double tanh() { return 8.0 * kEpsilon; }

Array tanh_gradient(const Array& g) {
  Array result = absolute(g);
  for (double& v : result.values) v *= 32.0 * kEpsilon;
  return result;
}

Array forward(const oracle::Network& network, const Array& x) {
  return forward_pass(network, x).z_error.back();
}

oracle::NetworkGradient network_gradient(const oracle::Network& network, const Array& x,
                                         const Array& g) {
  return backward_errors(network, forward_pass(network, x), g, Array(g.shape));
}

double network_nll(const oracle::Network& network, const Array& x, std::span<const Index> golds) {
  const Pass pass = forward_pass(network, x);
  const Array& errors = pass.z_error.back();
  double inherited = 0.0;
  for (Index c = 0; c < errors.cols(); ++c) inherited += 2.0 * largest_finite(errors, c);
  return nll(pass.z.back(), golds) + inherited / static_cast<double>(errors.cols());
}

oracle::NetworkGradient network_nll_gradient(const oracle::Network& network, const Array& x,
                                             std::span<const Index> golds, double g) {
  const Pass pass = forward_pass(network, x);
  const Array& logits = pass.z.back();
  const Array& logits_error = pass.z_error.back();
  const Array p = oracle::softmax(logits);
  const double share = std::abs(g) / static_cast<double>(logits.cols());
  Array error = nll_gradient(logits, g);
  for (Index c = 0; c < logits.cols(); ++c) {
    double mean_error = 0.0;
    for (Index k = 0; k < logits.rows(); ++k) mean_error += p(k, c) * logits_error(k, c);
    for (Index i = 0; i < logits.rows(); ++i) {
      error(i, c) += share * p(i, c) * (logits_error(i, c) + mean_error);
    }
  }
  return backward_errors(network, pass, oracle::nll_gradient(logits, golds, g), std::move(error));
}

double network_noise(const oracle::Network& network, const Array& x, const Array& g) {
  const Pass pass = forward_pass(network, x);
  double largest = 0.0;
  for (std::size_t l = 0; l < network.W.size(); ++l) {
    const Array sums =
        oracle::affine(absolute(network.W[l]), absolute(network.b[l]), absolute(pass.a[l]));
    for (const double v : sums.values) largest = std::max(largest, v);
  }
  double upstream = 0.0;
  for (const double v : g.values) upstream += std::abs(v);
  return upstream * (1.0 + largest);
}

}  // namespace gradus::check::tolerance

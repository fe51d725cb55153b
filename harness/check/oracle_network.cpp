#include "check/oracle_network.hpp"

#include <cmath>
#include <utility>

#include "check/wide.hpp"

namespace gradus::check::oracle {
namespace {

using wide::Matrix;
using wide::narrow;
using wide::Real;
using wide::require;
using wide::widen;

/// All that a forward pass leaves for the way back.
struct Trace {
  std::vector<Matrix> inputs;           ///< input of each layer
  std::vector<Matrix> pre_activations;  ///< W a + b of each layer; the last one is the logits
};

Real activate(Activation activation, Real z) {
  if (activation == Activation::kTanh) return std::tanh(z);
  return z > 0.0L ? z : 0.0L;
}

Real slope(Activation activation, Real z) {
  if (activation == Activation::kRelu) return z > 0.0L ? 1.0L : 0.0L;
  const Real y = std::tanh(z);
  return (1.0L - y) * (1.0L + y);
}

Trace trace(const Network& network, const Array& x) {
  require(!network.W.empty(), "a network has at least one layer");
  require(network.W.size() == network.b.size(), "a network has one b for each W");
  Trace result;
  Matrix a = widen(x);
  for (std::size_t l = 0; l < network.W.size(); ++l) {
    Matrix z = wide::affine(widen(network.W[l]), widen(network.b[l]), a);
    result.inputs.push_back(std::move(a));
    a = z;
    for (Real& v : a.values) v = activate(network.activation, v);
    result.pre_activations.push_back(std::move(z));
  }
  return result;
}

NetworkGradient back(const Network& network, const Trace& trace, Matrix g) {
  NetworkGradient gradient;
  gradient.W.resize(network.W.size());
  gradient.b.resize(network.W.size());
  for (std::size_t l = network.W.size(); l-- > 0;) {
    wide::AffineGradient layer = wide::affine_gradient(widen(network.W[l]), trace.inputs[l], g);
    gradient.W[l] = narrow(layer.W);
    gradient.b[l] = narrow(layer.b);
    g = std::move(layer.x);
    if (l == 0) break;
    const Matrix& z = trace.pre_activations[l - 1];
    for (std::size_t i = 0; i < g.values.size(); ++i) {
      g.values[i] *= slope(network.activation, z.values[i]);
    }
  }
  gradient.x = narrow(g);
  return gradient;
}

}  // namespace

Array forward(const Network& network, const Array& x) {
  return narrow(trace(network, x).pre_activations.back());
}

NetworkGradient network_gradient(const Network& network, const Array& x, const Array& g) {
  return back(network, trace(network, x), widen(g));
}

double network_nll(const Network& network, const Array& x, std::span<const Index> golds) {
  const Trace passed = trace(network, x);
  const Matrix& logits = passed.pre_activations.back();
  require(static_cast<Index>(golds.size()) == logits.cols(), "one gold class for each column");
  Real sum = 0.0L;
  for (Index c = 0; c < logits.cols(); ++c) {
    sum += wide::nll(logits, c, golds[static_cast<std::size_t>(c)]);
  }
  return static_cast<double>(sum / static_cast<Real>(logits.cols()));
}

NetworkGradient network_nll_gradient(const Network& network, const Array& x,
                                     std::span<const Index> golds, double g) {
  const Trace passed = trace(network, x);
  return back(network, passed, wide::nll_gradient(passed.pre_activations.back(), golds, g));
}

std::vector<bool> activation_pattern(const Network& network, const Array& x) {
  const Trace passed = trace(network, x);
  std::vector<bool> pattern;
  for (std::size_t l = 0; l + 1 < network.W.size(); ++l) {
    for (const Real z : passed.pre_activations[l].values) pattern.push_back(z > 0.0L);
  }
  return pattern;
}

}  // namespace gradus::check::oracle

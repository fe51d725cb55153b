#include "check/oracle.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "check/wide.hpp"

namespace gradus::check::oracle {
namespace {

using wide::narrow;
using wide::Real;
using wide::require;
using wide::widen;

template <typename Operation>
Array each(const Array& x, Operation operation) {
  Array y(x.shape);
  for (Index i = 0; i < x.size(); ++i) y[i] = static_cast<double>(operation(x[i]));
  return y;
}

template <typename Operation>
Array each(const Array& x, const Array& g, Operation operation) {
  require(x.shape == g.shape, "g has the shape of x");
  Array y(x.shape);
  for (Index i = 0; i < x.size(); ++i) y[i] = static_cast<double>(operation(x[i], g[i]));
  return y;
}

}  // namespace

Array affine(const Array& W, const Array& b, const Array& x) {
  return narrow(wide::affine(widen(W), widen(b), widen(x)));
}

AffineGradient affine_gradient(const Array& W, const Array& x, const Array& g) {
  const wide::AffineGradient gradient = wide::affine_gradient(widen(W), widen(x), widen(g));
  return {narrow(gradient.W), narrow(gradient.b), narrow(gradient.x)};
}

Array softmax(const Array& logits) { return narrow(wide::softmax(widen(logits))); }

double nll(const Array& logits, Index gold) {
  const Index golds[] = {gold};
  return nll(logits, golds);
}

double nll(const Array& logits, std::span<const Index> golds) {
  require(static_cast<Index>(golds.size()) == logits.cols(), "one gold class for each column");
  const wide::Matrix x = widen(logits);
  Real sum = 0.0L;
  for (Index c = 0; c < x.cols(); ++c) sum += wide::nll(x, c, golds[static_cast<std::size_t>(c)]);
  return static_cast<double>(sum / static_cast<Real>(x.cols()));
}

Array nll_gradient(const Array& logits, Index gold, double g) {
  const Index golds[] = {gold};
  return nll_gradient(logits, golds, g);
}

Array nll_gradient(const Array& logits, std::span<const Index> golds, double g) {
  return narrow(wide::nll_gradient(widen(logits), golds, g));
}

Array tanh(const Array& x) {
  return each(x, [](Real v) { return std::tanh(v); });
}

Array tanh_gradient(const Array& x, const Array& g) {
  return each(x, g, [](Real v, Real upstream) {
    const Real y = std::tanh(v);
    return upstream * (1.0L - y) * (1.0L + y);
  });
}

Array relu(const Array& x) {
  return each(x, [](Real v) { return v > 0.0L ? v : 0.0L; });
}

Array relu_gradient(const Array& x, const Array& g) {
  return each(x, g, [](Real v, Real upstream) { return v > 0.0L ? upstream : 0.0L; });
}

AccuracyRange accuracy(const Array& logits, std::span<const Index> golds) {
  require(static_cast<Index>(golds.size()) == logits.cols(), "one gold class for each column");
  require(logits.cols() > 0, "an accuracy needs at least one sample");
  Index sure = 0;
  Index possible = 0;
  for (Index c = 0; c < logits.cols(); ++c) {
    const Index gold = golds[static_cast<std::size_t>(c)];
    require(0 <= gold && gold < logits.rows(), "the gold class is a row of the logits");
    double best_other = -std::numeric_limits<double>::infinity();
    for (Index i = 0; i < logits.rows(); ++i) {
      if (i != gold) best_other = std::max(best_other, logits(i, c));
    }
    const double own = logits(gold, c);
    const double tie = 1e-12 * std::max({1.0, std::abs(own), std::abs(best_other)});
    if (logits.rows() == 1 || own > best_other + tie) ++sure;
    if (logits.rows() == 1 || own >= best_other - tie) ++possible;
  }
  const auto n = static_cast<double>(logits.cols());
  return {static_cast<double>(sure) / n, static_cast<double>(possible) / n};
}

}  // namespace gradus::check::oracle

#include "check/tolerance.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <gtest/gtest.h>
#include <iostream>
#include <limits>
#include <numeric>
#include <string>
#include <vector>

#include "protocol/random.hpp"

namespace gradus::check {
namespace {

using oracle::Activation;
using oracle::Network;

constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

TEST(Close, NanIsCloseToNothing) {
  EXPECT_FALSE(close(kNan, 1.0, 1.0));
  EXPECT_FALSE(close(1.0, kNan, 1.0));
  EXPECT_FALSE(close(kNan, kNan, kInf));
}

TEST(Close, InfinityIsCloseToItselfOnly) {
  EXPECT_TRUE(close(kInf, kInf, 0.0));
  EXPECT_FALSE(close(kInf, -kInf, kInf));
  EXPECT_FALSE(close(1.0, kInf, kInf));
  EXPECT_FALSE(close(kInf, 1.0, kInf));
}

TEST(Close, TheToleranceItselfIsAllowed) {
  EXPECT_TRUE(close(1.5, 1.0, 0.5));
  EXPECT_FALSE(close(1.5, 1.0, 0.49));
  EXPECT_TRUE(close(1.0, 1.0, 0.0));
  EXPECT_FALSE(close(1.0, 2.0, kNan));
}

/// The largest error of right answers, in units of the tolerance.
class Worst {
 public:
  explicit Worst(std::string name) : name_(std::move(name)) {}
  ~Worst() { std::cout << "    worst error / tolerance of " << name_ << ": " << ratio_ << '\n'; }
  Worst(const Worst&) = delete;
  Worst& operator=(const Worst&) = delete;

  void add(double got, double expected, double tolerance) {
    ASSERT_TRUE(close(got, expected, tolerance))
        << name_ << ": got " << got << ", expected " << expected << ", tolerance " << tolerance;
    if (got != expected) ratio_ = std::max(ratio_, std::abs(got - expected) / tolerance);
  }
  void add(const Array& got, const Array& expected, const Array& tolerance) {
    ASSERT_EQ(got.shape, expected.shape);
    ASSERT_EQ(got.shape, tolerance.shape);
    for (Index i = 0; i < got.size(); ++i) add(got[i], expected[i], tolerance[i]);
  }

 private:
  std::string name_;
  double ratio_ = 0.0;
};

Array draw(Random& random, Index rows, Index cols, double scale) {
  Array a(Shape{rows, cols});
  for (double& v : a.values) v = scale * random.normal();
  return a;
}

double magnitude(Random& random) {
  const double scales[] = {1e-6, 0.1, 1.0, 1.0, 1.0, 10.0, 100.0};
  return scales[random.below(7)];
}

/// Ordinary, shifted, tied and saturated logits.
Array draw_logits(Random& random, Index classes, Index batch) {
  Array x = draw(random, classes, batch, magnitude(random));
  const Index kind = random.below(8);
  if (kind == 0) {
    const double shift = random.uniform(-1e4, 1e4);
    for (double& v : x.values) v += shift;
  }
  if (kind == 1) std::fill(x.values.begin(), x.values.end(), random.normal());
  if (kind == 2) {
    for (double& v : x.values) v = random.chance(0.5) ? 1e4 : -1e4;
  }
  return x;
}

/// How a sum is taken.
enum class Sum { kForward, kReversed, kPairwise, kFloat };
constexpr Sum kRightSums[] = {Sum::kForward, Sum::kReversed, Sum::kPairwise};

double pairwise(const std::vector<double>& terms, std::size_t from, std::size_t to) {
  if (to - from == 0) return 0.0;
  if (to - from == 1) return terms[from];
  const std::size_t middle = (from + to) / 2;
  return pairwise(terms, from, middle) + pairwise(terms, middle, to);
}

double sum_of(std::vector<double> terms, Sum order) {
  if (order == Sum::kPairwise) return pairwise(terms, 0, terms.size());
  if (order == Sum::kReversed) std::reverse(terms.begin(), terms.end());
  if (order == Sum::kFloat) {
    float sum = 0.0F;
    for (const double t : terms) sum += static_cast<float>(t);
    return static_cast<double>(sum);
  }
  return std::accumulate(terms.begin(), terms.end(), 0.0);
}

Array affine(const Array& W, const Array& b, const Array& x, Sum order) {
  Array y(Shape{W.rows(), x.cols()});
  for (Index i = 0; i < W.rows(); ++i) {
    for (Index c = 0; c < x.cols(); ++c) {
      std::vector<double> terms = {b[i]};
      for (Index j = 0; j < W.cols(); ++j) terms.push_back(W(i, j) * x(j, c));
      y(i, c) = sum_of(terms, order);
    }
  }
  return y;
}

oracle::AffineGradient affine_gradient(const Array& W, const Array& x, const Array& g, Sum order) {
  oracle::AffineGradient result{Array(W.shape), Array(Shape{W.rows(), 1}), Array(x.shape)};
  for (Index i = 0; i < W.rows(); ++i) {
    std::vector<double> row;
    for (Index c = 0; c < x.cols(); ++c) row.push_back(g(i, c));
    result.b[i] = sum_of(row, order);
    for (Index j = 0; j < W.cols(); ++j) {
      std::vector<double> terms;
      for (Index c = 0; c < x.cols(); ++c) terms.push_back(g(i, c) * x(j, c));
      result.W(i, j) = sum_of(terms, order);
    }
  }
  for (Index j = 0; j < W.cols(); ++j) {
    for (Index c = 0; c < x.cols(); ++c) {
      std::vector<double> terms;
      for (Index i = 0; i < W.rows(); ++i) terms.push_back(W(i, j) * g(i, c));
      result.x(j, c) = sum_of(terms, order);
    }
  }
  return result;
}

constexpr int kTrials = 300;

template <typename Body>
void repeat(const std::string& name, const Body& body) {
  for (int trial = 0; trial < kTrials && !::testing::Test::HasFatalFailure(); ++trial) {
    Random random(seed_for(17, name, static_cast<std::uint64_t>(trial)));
    body(random);
  }
}

TEST(Tolerance, AffineHoldsForEveryOrderOfSummation) {
  Worst worst("affine");
  repeat("affine", [&](Random& random) {
    const Index in = random.chance(0.05) ? 784 : random.between(1, 12);
    const Array W = draw(random, random.between(1, 12), in, magnitude(random));
    const Array b = draw(random, W.rows(), 1, magnitude(random));
    const Array x = draw(random, in, random.between(1, 7), magnitude(random));
    const Array expected = oracle::affine(W, b, x);
    const Array tolerance = tolerance::affine(W, b, x);
    for (const Sum order : kRightSums) worst.add(affine(W, b, x, order), expected, tolerance);
  });
}

TEST(Tolerance, AffineGradientHoldsForEveryOrderOfSummation) {
  Worst worst("affine gradient");
  repeat("affine gradient", [&](Random& random) {
    const Array W = draw(random, random.between(1, 12), random.between(1, 12), magnitude(random));
    const Array x = draw(random, W.cols(), random.between(1, 7), magnitude(random));
    const Array g = draw(random, W.rows(), x.cols(), magnitude(random));
    const auto expected = oracle::affine_gradient(W, x, g);
    const auto tolerance = tolerance::affine_gradient(W, x, g);
    for (const Sum order : kRightSums) {
      const auto got = affine_gradient(W, x, g, order);
      worst.add(got.W, expected.W, tolerance.W);
      worst.add(got.b, expected.b, tolerance.b);
      worst.add(got.x, expected.x, tolerance.x);
    }
  });
}

TEST(Tolerance, BiasGradientOfOneSampleIsExact) {
  Random random(2);
  const Array g = draw(random, 4, 1, 1.0);
  const auto tolerance = tolerance::affine_gradient(Array(Shape{4, 2}, 1.0), column({1, 2}), g);
  EXPECT_EQ(tolerance.b, Array(Shape{4, 1}, 0.0));
}

TEST(Tolerance, RefusesSinglePrecisionSums) {
  int refused = 0;
  repeat("float", [&](Random& random) {
    const Array W = draw(random, 5, 7, 1.0);
    const Array b = draw(random, 5, 1, 1.0);
    const Array x = draw(random, 7, 3, 1.0);
    const Array got = affine(W, b, x, Sum::kFloat);
    const Array expected = oracle::affine(W, b, x);
    const Array tolerance = tolerance::affine(W, b, x);
    for (Index i = 0; i < got.size(); ++i) {
      if (!close(got[i], expected[i], tolerance[i])) {
        ++refused;
        return;
      }
    }
  });
  EXPECT_EQ(refused, kTrials);
}

using Column = std::vector<double>;

double top(const Column& x) { return *std::max_element(x.begin(), x.end()); }

double log_sum_exp(const Column& x, Sum order) {
  Column e;
  for (const double v : x) e.push_back(std::exp(v - top(x)));
  return std::log(sum_of(e, order)) + top(x);
}

Column softmax_by_division(const Column& x) {
  Column p;
  for (const double v : x) p.push_back(std::exp(v - top(x)));
  const double sum = sum_of(p, Sum::kReversed);
  for (double& v : p) v /= sum;
  return p;
}

Column softmax_by_logarithm(const Column& x) {
  const double lse = log_sum_exp(x, Sum::kForward);
  Column p;
  for (const double v : x) p.push_back(std::exp(v - lse));
  return p;
}

Column softmax_by_differences(const Column& x) {
  Column p;
  for (const double own : x) {
    double sum = 0.0;
    for (const double v : x) sum += std::exp(v - own);
    p.push_back(1.0 / sum);
  }
  return p;
}

Column column_of(const Array& a, Index c) {
  Column x;
  for (Index i = 0; i < a.rows(); ++i) x.push_back(a(i, c));
  return x;
}

TEST(Tolerance, SoftmaxHoldsForEveryRightFormula) {
  Worst worst("softmax");
  Worst worst_sum("sum of a softmax");
  repeat("softmax", [&](Random& random) {
    const Index classes = random.chance(0.01) ? 1000 : random.between(1, 16);
    const Array x = draw_logits(random, classes, 1);
    const Array expected = oracle::softmax(x);
    const Array tolerance = tolerance::softmax(x);
    for (const auto& softmax :
         {softmax_by_division, softmax_by_logarithm, softmax_by_differences}) {
      const Column p = softmax(x.values);
      worst.add(column(p), expected, tolerance);
      worst_sum.add(sum_of(p, Sum::kForward), 1.0, tolerance::softmax_sum(x));
    }
  });
}

TEST(Tolerance, SoftmaxIgnoresInfinitiesInItsScale) {
  const Array tolerance = tolerance::softmax(column({-kInf, 1.0, 2.0}));
  for (const double t : tolerance.values) EXPECT_LT(t, 1e-13);
  EXPECT_TRUE(close(5.56e-309, 0.0, tolerance[0])) << "a vectorised exp(-inf) is not quite zero";
}

double nll_by_log_sum_exp(const Column& x, std::size_t gold) {
  return log_sum_exp(x, Sum::kForward) - x[gold];
}

double nll_by_shifted_difference(const Column& x, std::size_t gold) {
  Column e;
  for (const double v : x) e.push_back(std::exp(v - top(x)));
  return std::log(sum_of(e, Sum::kPairwise)) - (x[gold] - top(x));
}

double nll_by_log1p(const Column& x, std::size_t gold) {
  double others = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (i != gold) others += std::exp(x[i] - x[gold]);
  }
  return std::isfinite(others) ? std::log1p(others) : nll_by_log_sum_exp(x, gold);
}

TEST(Tolerance, NllHoldsForEveryRightFormula) {
  Worst worst("nll");
  repeat("nll", [&](Random& random) {
    const Index classes = random.chance(0.01) ? 1000 : random.between(1, 16);
    const Array x = draw_logits(random, classes, random.between(1, 7));
    std::vector<Index> golds;
    for (Index c = 0; c < x.cols(); ++c) golds.push_back(random.below(x.rows()));
    const double expected = oracle::nll(x, golds);
    const double tolerance = tolerance::nll(x, golds);
    for (const auto& nll : {nll_by_log_sum_exp, nll_by_shifted_difference, nll_by_log1p}) {
      double sum = 0.0;
      double running = 0.0;
      for (Index c = 0; c < x.cols(); ++c) {
        const double loss =
            nll(column_of(x, c), static_cast<std::size_t>(golds[static_cast<std::size_t>(c)]));
        sum += loss;
        running += (loss - running) / static_cast<double>(c + 1);
      }
      worst.add(sum / static_cast<double>(x.cols()), expected, tolerance);
      worst.add(running, expected, tolerance);
    }
  });
}

TEST(Tolerance, NllGradientHoldsForEveryRightFormula) {
  Worst worst("nll gradient");
  repeat("nll gradient", [&](Random& random) {
    const Array x = draw_logits(random, random.between(1, 16), random.between(1, 7));
    std::vector<Index> golds;
    for (Index c = 0; c < x.cols(); ++c) golds.push_back(random.below(x.rows()));
    const double g = random.normal() * magnitude(random);
    const Array expected = oracle::nll_gradient(x, golds, g);
    const Array tolerance = tolerance::nll_gradient(x, g);
    const double share = g / static_cast<double>(x.cols());
    Array subtracted(x.shape);
    Array summed(x.shape);
    for (Index c = 0; c < x.cols(); ++c) {
      const Column p = softmax_by_logarithm(column_of(x, c));
      const Index gold = golds[static_cast<std::size_t>(c)];
      double others = 0.0;
      for (Index i = 0; i < x.rows(); ++i) {
        const double probability = p[static_cast<std::size_t>(i)];
        if (i != gold) others += probability;
        subtracted(i, c) =
            (probability - (i == gold ? 1.0 : 0.0)) * g / static_cast<double>(x.cols());
        summed(i, c) = share * probability;
      }
      summed(gold, c) = -share * others;
    }
    worst.add(subtracted, expected, tolerance);
    worst.add(summed, expected, tolerance);
  });
}

double tanh_by_std(double x) { return std::tanh(x); }
double tanh_by_exponential(double x) { return 1.0 - 2.0 / (std::exp(2.0 * x) + 1.0); }
double tanh_by_sigmoid(double x) { return 2.0 / (1.0 + std::exp(-2.0 * x)) - 1.0; }
double tanh_by_expm1(double x) {
  const double e = std::expm1(-2.0 * std::abs(x));
  return std::copysign(-e / (e + 2.0), x);
}
constexpr double (*kTanhs[])(double) = {tanh_by_std, tanh_by_exponential, tanh_by_sigmoid,
                                        tanh_by_expm1};

TEST(Tolerance, TanhHoldsForEveryRightFormula) {
  Worst worst("tanh");
  Worst worst_gradient("tanh gradient");
  repeat("tanh", [&](Random& random) {
    const Array x = draw(random, 10, 1, magnitude(random));
    const Array g = draw(random, 10, 1, magnitude(random));
    const Array expected = oracle::tanh(x);
    const Array expected_gradient = oracle::tanh_gradient(x, g);
    const Array tolerance = tolerance::tanh_gradient(g);
    for (const auto& formula : kTanhs) {
      for (Index i = 0; i < x.size(); ++i) {
        const double y = formula(x[i]);
        worst.add(y, expected[i], tolerance::tanh());
        worst_gradient.add(g[i] * (1.0 - y * y), expected_gradient[i], tolerance[i]);
        worst_gradient.add(g[i] * (1.0 - y) * (1.0 + y), expected_gradient[i], tolerance[i]);
        worst_gradient.add(g[i] / std::pow(std::cosh(x[i]), 2), expected_gradient[i], tolerance[i]);
      }
    }
  });
}

/// A network in double precision, with one order of summation and one formula for tanh.
struct DoubleNetwork {
  const Network& net;
  Sum order;
  double (*tanh)(double);
  std::vector<Array> inputs;
  Array logits;

  void forward(const Array& x) {
    Array a = x;
    for (std::size_t l = 0; l < net.W.size(); ++l) {
      inputs.push_back(a);
      a = affine(net.W[l], net.b[l], a, order);
      if (l + 1 == net.W.size()) break;
      for (double& v : a.values) {
        v = net.activation == Activation::kTanh ? tanh(v) : std::max(v, 0.0);
      }
    }
    logits = a;
  }

  oracle::NetworkGradient backward(Array g) const {
    oracle::NetworkGradient gradient;
    gradient.W.resize(net.W.size());
    gradient.b.resize(net.W.size());
    for (std::size_t l = net.W.size(); l-- > 0;) {
      auto layer = affine_gradient(net.W[l], inputs[l], g, order);
      gradient.W[l] = layer.W;
      gradient.b[l] = layer.b;
      g = layer.x;
      if (l == 0) break;
      for (Index i = 0; i < g.size(); ++i) {
        const double a = inputs[l][i];
        g[i] *= net.activation == Activation::kTanh ? 1.0 - a * a : (a > 0.0 ? 1.0 : 0.0);
      }
    }
    gradient.x = g;
    return gradient;
  }
};

Network draw_network(Random& random, Activation activation) {
  Network net;
  net.activation = activation;
  const Index depth = random.between(1, 6);
  std::vector<Index> widths;
  for (Index l = 0; l <= depth; ++l) widths.push_back(random.between(1, 8));
  for (std::size_t l = 0; l + 1 < widths.size(); ++l) {
    const double scale = random.uniform(0.5, 2.0) / std::sqrt(static_cast<double>(widths[l]));
    net.W.push_back(draw(random, widths[l + 1], widths[l], scale));
    net.b.push_back(draw(random, widths[l + 1], 1, 0.5));
  }
  return net;
}

void compare(Worst& worst, const oracle::NetworkGradient& got,
             const oracle::NetworkGradient& expected, const oracle::NetworkGradient& tolerance) {
  for (std::size_t l = 0; l < got.W.size(); ++l) {
    worst.add(got.W[l], expected.W[l], tolerance.W[l]);
    worst.add(got.b[l], expected.b[l], tolerance.b[l]);
  }
  worst.add(got.x, expected.x, tolerance.x);
}

class NetworkTolerance : public ::testing::TestWithParam<Activation> {};

TEST_P(NetworkTolerance, HoldsForEveryOrderAndFormula) {
  Worst forward("network forward");
  Worst backward("network gradient");
  Worst loss("network nll");
  Worst loss_gradient("network nll gradient");
  repeat("network", [&](Random& random) {
    const Network net = draw_network(random, GetParam());
    const Array x = draw(random, net.W[0].cols(), random.between(1, 7), 1.0);
    const Array g = draw(random, net.W.back().rows(), x.cols(), magnitude(random));
    std::vector<Index> golds;
    for (Index c = 0; c < x.cols(); ++c) golds.push_back(random.below(g.rows()));
    const double upstream = random.normal();
    const Array expected = oracle::forward(net, x);
    const Array tolerance = tolerance::forward(net, x);
    const auto gradient = oracle::network_gradient(net, x, g);
    const auto gradient_tolerance = tolerance::network_gradient(net, x, g);
    const double mean = oracle::network_nll(net, x, golds);
    const double mean_tolerance = tolerance::network_nll(net, x, golds);
    const auto mean_gradient = oracle::network_nll_gradient(net, x, golds, upstream);
    const auto mean_gradient_tolerance = tolerance::network_nll_gradient(net, x, golds, upstream);
    for (const Sum order : kRightSums) {
      for (const auto& formula : kTanhs) {
        DoubleNetwork run{net, order, formula, {}, {}};
        run.forward(x);
        forward.add(run.logits, expected, tolerance);
        compare(backward, run.backward(g), gradient, gradient_tolerance);
        double sum = 0.0;
        Array at_logits(g.shape);
        for (Index c = 0; c < x.cols(); ++c) {
          const Column logits = column_of(run.logits, c);
          const Index gold = golds[static_cast<std::size_t>(c)];
          sum += nll_by_log_sum_exp(logits, static_cast<std::size_t>(gold));
          const Column p = softmax_by_division(logits);
          for (Index i = 0; i < g.rows(); ++i) {
            at_logits(i, c) = upstream / static_cast<double>(x.cols()) *
                              (p[static_cast<std::size_t>(i)] - (i == gold ? 1.0 : 0.0));
          }
        }
        loss.add(sum / static_cast<double>(x.cols()), mean, mean_tolerance);
        compare(loss_gradient, run.backward(at_logits), mean_gradient, mean_gradient_tolerance);
      }
    }
  });
}

TEST_P(NetworkTolerance, StaysFarBelowSinglePrecision) {
  double largest = 0.0;
  repeat("sharp", [&](Random& random) {
    const Network net = draw_network(random, GetParam());
    const Array x = draw(random, net.W[0].cols(), 3, 1.0);
    const Array g = draw(random, net.W.back().rows(), 3, 1.0);
    for (const double t : tolerance::forward(net, x).values) largest = std::max(largest, t);
    const auto gradient = tolerance::network_gradient(net, x, g);
    for (const Array& W : gradient.W) {
      for (const double t : W.values) largest = std::max(largest, t);
    }
  });
  EXPECT_LT(largest, 1e-9);
}

INSTANTIATE_TEST_SUITE_P(Activations, NetworkTolerance,
                         ::testing::Values(Activation::kTanh, Activation::kRelu),
                         [](const ::testing::TestParamInfo<Activation>& activation) {
                           return activation.param == Activation::kTanh ? "tanh" : "relu";
                         });

TEST(NetworkTolerance, AcceptsEitherSideOfAKink) {
  const Network net{{scalar(1.0), scalar(2.0)}, {scalar(-1.0), scalar(0.0)}, Activation::kRelu};
  const Array g = scalar(3.0);
  const auto tolerance = tolerance::network_gradient(net, scalar(1.0), g);
  const auto expected = oracle::network_gradient(net, scalar(1.0), g);
  EXPECT_TRUE(close(0.0, expected.x[0], tolerance.x[0]));
  EXPECT_TRUE(close(6.0, expected.x[0], tolerance.x[0]));
  EXPECT_FALSE(close(7.0, expected.x[0], tolerance.x[0]));
}

TEST(NetworkTolerance, NoiseIsTheLargestSum) {
  const Network net{{scalar(-2.0), scalar(5.0)}, {scalar(1.0), scalar(-3.0)}, Activation::kRelu};
  EXPECT_DOUBLE_EQ(tolerance::network_noise(net, scalar(-4.0), scalar(-2.0)), 2.0 * (1.0 + 48.0));
}

}  // namespace
}  // namespace gradus::check

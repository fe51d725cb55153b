#include "check/oracle.hpp"

#include <cmath>
#include <complex>
#include <gtest/gtest.h>
#include <limits>
#include <stdexcept>
#include <vector>

#include "check/oracle_network.hpp"
#include "protocol/random.hpp"

namespace gradus::check {
namespace {

using oracle::Activation;
using oracle::Network;
using Complex = std::complex<double>;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

Array matrix(Index rows, Index cols, std::vector<double> by_column) {
  Array a(Shape{rows, cols});
  a.values = std::move(by_column);
  return a;
}

Array draw(Random& random, Index rows, Index cols) {
  Array a(Shape{rows, cols});
  for (double& v : a.values) v = random.normal();
  return a;
}

TEST(AffineOracle, IsRightOnWholeNumbers) {
  const Array W = matrix(2, 3, {1, 4, 2, 5, 3, 6});
  const Array b = column({10, 20});
  EXPECT_EQ(oracle::affine(W, b, matrix(3, 2, {1, 0, -1, 1, 1, 1})), matrix(2, 2, {8, 18, 16, 35}));
}

TEST(AffineOracle, GradientIsRightOnWholeNumbers) {
  const Array W = matrix(2, 3, {1, 4, 2, 5, 3, 6});
  const Array x = matrix(3, 2, {1, 2, 3, 0, 1, -1});
  const Array g = matrix(2, 2, {1, 2, 3, -1});
  const auto gradient = oracle::affine_gradient(W, x, g);
  EXPECT_EQ(gradient.W, matrix(2, 3, {1, 2, 5, 3, 0, 7}));
  EXPECT_EQ(gradient.b, column({4, 1}));
  EXPECT_EQ(gradient.x, matrix(3, 2, {9, 12, 15, -1, 1, 3}));
}

TEST(AffineOracle, RefusesShapesThatDoNotFit) {
  const Array W(Shape{2, 3});
  const Array b(Shape{2, 1});
  EXPECT_THROW(static_cast<void>(oracle::affine(W, b, Array(Shape{2, 1}))), std::invalid_argument);
  EXPECT_THROW(static_cast<void>(oracle::affine(W, Array(Shape{3, 1}), Array(Shape{3, 1}))),
               std::invalid_argument);
  EXPECT_THROW(
      static_cast<void>(oracle::affine_gradient(W, Array(Shape{3, 2}), Array(Shape{2, 1}))),
      std::invalid_argument);
}

TEST(SoftmaxOracle, OfTwoClassesIsTheLogisticFunction) {
  const Array p = oracle::softmax(column({0.25, -1.5}));
  EXPECT_NEAR(p[0], 1.0 / (1.0 + std::exp(-1.75)), 2e-16);
  EXPECT_NEAR(p[1], 1.0 / (1.0 + std::exp(1.75)), 2e-16);
}

TEST(SoftmaxOracle, TreatsColumnsApart) {
  const Array p = oracle::softmax(matrix(2, 2, {0, 0, 1000, -1000}));
  EXPECT_EQ(p, matrix(2, 2, {0.5, 0.5, 1.0, 0.0}));
}

TEST(SoftmaxOracle, SurvivesExtremeLogits) {
  EXPECT_EQ(oracle::softmax(column({1e308, -1e308, 1e308})), column({0.5, 0.0, 0.5}));
  EXPECT_EQ(oracle::softmax(column({-kInfinity, 3.0})), column({0.0, 1.0}));
  EXPECT_EQ(oracle::softmax(column({7.0})), column({1.0}));
}

TEST(NllOracle, HasItsClosedForms) {
  EXPECT_DOUBLE_EQ(oracle::nll(Array(Shape{7, 1}, 3.0), 4), std::log(7.0));
  EXPECT_DOUBLE_EQ(oracle::nll(column({0.0, 1e4}), 0), 1e4);
  EXPECT_DOUBLE_EQ(oracle::nll(column({1e308, 0.0}), 1), 1e308);
  EXPECT_EQ(oracle::nll(column({5.0}), 0), 0.0);
  EXPECT_EQ(oracle::nll(column({1e308, -1e308}), 1), kInfinity);
}

TEST(NllOracle, KeepsTheDigitsOfATinyLoss) {
  EXPECT_NEAR(oracle::nll(column({0.0, -40.0}), 0) / std::log1p(std::exp(-40.0)), 1.0, 1e-15);
  const Array gradient = oracle::nll_gradient(column({0.0, -40.0}), 0, 2.0);
  EXPECT_NEAR(gradient[0] / (-2.0 * std::exp(-40.0)), 1.0, 1e-15);
}

TEST(NllOracle, OfABatchIsTheMeanOfItsColumns) {
  Random random(1);
  const Array logits = draw(random, 4, 3);
  const std::vector<Index> golds = {2, 0, 3};
  double mean = 0.0;
  Array gradient(logits.shape);
  for (Index c = 0; c < 3; ++c) {
    const Array one = matrix(4, 1, {logits(0, c), logits(1, c), logits(2, c), logits(3, c)});
    const Index gold = golds[static_cast<std::size_t>(c)];
    mean += oracle::nll(one, gold) / 3.0;
    const Array g = oracle::nll_gradient(one, gold, 5.0 / 3.0);
    for (Index i = 0; i < 4; ++i) gradient(i, c) = g[i];
  }
  EXPECT_NEAR(oracle::nll(logits, golds), mean, 1e-15);
  const Array got = oracle::nll_gradient(logits, golds, 5.0);
  for (Index i = 0; i < got.size(); ++i) EXPECT_NEAR(got[i], gradient[i], 1e-15);
}

TEST(NllOracle, RefusesClassesThatAreNotThere) {
  EXPECT_THROW(static_cast<void>(oracle::nll(column({1.0, 2.0}), 2)), std::invalid_argument);
  EXPECT_THROW(static_cast<void>(oracle::nll_gradient(column({1.0, 2.0}), -1, 1.0)),
               std::invalid_argument);
  const std::vector<Index> two = {0, 1};
  EXPECT_THROW(static_cast<void>(oracle::nll(column({1.0, 2.0}), two)), std::invalid_argument);
}

TEST(ActivationOracle, HasKnownValues) {
  const Array x = column({0.5, -0.5, 0.0, 1e308, -kInfinity});
  EXPECT_EQ(oracle::tanh(x),
            column({0.46211715726000975850, -0.46211715726000975850, 0.0, 1.0, -1.0}));
  EXPECT_EQ(oracle::relu(x), column({0.5, 0.0, 0.0, 1e308, 0.0}));
}

TEST(ActivationOracle, GradientsHaveKnownValues) {
  const Array x = column({0.0, std::log(3.0), -2.0});
  const Array g = column({-4.0, 2.0, 3.0});
  const Array gradient = oracle::tanh_gradient(x, g);
  EXPECT_EQ(gradient[0], -4.0);
  EXPECT_NEAR(gradient[1], 2.0 * 0.36, 1e-15);  // tanh(log 3) = 4/5
  EXPECT_NEAR(gradient[2], 3.0 / std::pow(std::cosh(2.0), 2), 1e-15);
  EXPECT_EQ(oracle::relu_gradient(x, g), column({0.0, 2.0, 0.0}));
}

TEST(Accuracy, CountsTheLargestLogit) {
  const Array logits = matrix(2, 4, {1, 0, 0, 1, 3, 2, -1, -2});
  const std::vector<Index> golds = {0, 0, 0, 1};
  const oracle::AccuracyRange range = oracle::accuracy(logits, golds);
  EXPECT_EQ(range.lowest, 0.5);
  EXPECT_EQ(range.highest, 0.5);
  EXPECT_TRUE(range.admits(0.5));
  EXPECT_FALSE(range.admits(0.25));
  EXPECT_FALSE(range.admits(std::numeric_limits<double>::quiet_NaN()));
}

TEST(Accuracy, LeavesTiesOpen) {
  const Array logits = matrix(2, 2, {1, 1, 0, 1});
  const std::vector<Index> golds = {0, 1};
  const oracle::AccuracyRange range = oracle::accuracy(logits, golds);
  EXPECT_EQ(range.lowest, 0.5);
  EXPECT_EQ(range.highest, 1.0);
}

/// The mean loss of a network in complex arithmetic: the imaginary part of f(p + ih) / h is the
/// derivative of f without any difference being taken, so it has no cancellation.
Complex complex_loss(const std::vector<std::vector<Complex>>& parameters, const Network& net,
                     const std::vector<Complex>& x, const std::vector<Index>& golds) {
  const auto batch = golds.size();
  std::vector<Complex> a = x;
  for (std::size_t l = 0; l < net.W.size(); ++l) {
    const auto out = static_cast<std::size_t>(net.W[l].rows());
    const auto in = static_cast<std::size_t>(net.W[l].cols());
    std::vector<Complex> z(out * batch);
    for (std::size_t c = 0; c < batch; ++c) {
      for (std::size_t i = 0; i < out; ++i) {
        Complex sum = parameters[2 * l + 1][i];
        for (std::size_t j = 0; j < in; ++j) {
          sum += parameters[2 * l][j * out + i] * a[c * in + j];
        }
        z[c * out + i] = sum;
        if (l + 1 == net.W.size()) continue;
        if (net.activation == Activation::kTanh) z[c * out + i] = std::tanh(sum);
        if (net.activation == Activation::kRelu && sum.real() <= 0.0) z[c * out + i] = 0.0;
      }
    }
    a = z;
  }
  const std::size_t classes = a.size() / batch;
  Complex loss = 0.0;
  for (std::size_t c = 0; c < batch; ++c) {
    Complex sum = 0.0;
    for (std::size_t i = 0; i < classes; ++i) sum += std::exp(a[c * classes + i]);
    loss += std::log(sum) - a[c * classes + static_cast<std::size_t>(golds[c])];
  }
  return loss / static_cast<double>(batch);
}

Network draw_network(Random& random, Index layers, Activation activation) {
  Network net;
  net.activation = activation;
  std::vector<Index> widths;
  for (Index l = 0; l <= layers; ++l) widths.push_back(random.between(2, 6));
  for (std::size_t l = 0; l + 1 < widths.size(); ++l) {
    net.W.push_back(draw(random, widths[l + 1], widths[l]));
    net.b.push_back(draw(random, widths[l + 1], 1));
  }
  return net;
}

std::vector<std::vector<Complex>> complex_parameters(const Network& net) {
  std::vector<std::vector<Complex>> parameters;
  for (std::size_t l = 0; l < net.W.size(); ++l) {
    parameters.emplace_back(net.W[l].values.begin(), net.W[l].values.end());
    parameters.emplace_back(net.b[l].values.begin(), net.b[l].values.end());
  }
  return parameters;
}

class NetworkOracle : public ::testing::TestWithParam<Activation> {};

TEST_P(NetworkOracle, AgreesWithTheComplexStep) {
  constexpr double kStep = 1e-200;
  for (int trial = 0; trial < 200; ++trial) {
    Random random(seed_for(9, "complex", static_cast<std::uint64_t>(trial)));
    const Network net = draw_network(random, random.between(1, 4), GetParam());
    const Array x = draw(random, net.W[0].cols(), random.between(1, 4));
    std::vector<Index> golds;
    for (Index c = 0; c < x.cols(); ++c) golds.push_back(random.below(net.W.back().rows()));
    const double g = random.normal();

    std::vector<std::vector<Complex>> parameters = complex_parameters(net);
    std::vector<Complex> cx(x.values.begin(), x.values.end());
    EXPECT_NEAR(oracle::network_nll(net, x, golds), complex_loss(parameters, net, cx, golds).real(),
                1e-13);
    const auto gradient = oracle::network_nll_gradient(net, x, golds, g);
    const auto compare = [&](std::vector<Complex>& values, const Array& claimed) {
      ASSERT_EQ(static_cast<Index>(values.size()), claimed.size());
      for (std::size_t i = 0; i < values.size(); ++i) {
        const Complex old = values[i];
        values[i] += Complex(0.0, kStep);
        const double expected = g * complex_loss(parameters, net, cx, golds).imag() / kStep;
        EXPECT_NEAR(claimed.values[i], expected, 1e-12 * (1.0 + std::abs(g)));
        values[i] = old;
      }
    };
    for (std::size_t l = 0; l < net.W.size(); ++l) {
      compare(parameters[2 * l], gradient.W[l]);
      compare(parameters[2 * l + 1], gradient.b[l]);
      EXPECT_EQ(gradient.W[l].shape, net.W[l].shape);
      EXPECT_EQ(gradient.b[l].shape, net.b[l].shape);
    }
    compare(cx, gradient.x);
  }
}

TEST_P(NetworkOracle, SplitsIntoLossAndNetwork) {
  Random random(4);
  const Network net = draw_network(random, 3, GetParam());
  const Array x = draw(random, net.W[0].cols(), 5);
  const std::vector<Index> golds = {0, 1, 0, 1, 1};
  const Array logits = oracle::forward(net, x);
  EXPECT_NEAR(oracle::network_nll(net, x, golds), oracle::nll(logits, golds), 1e-14);
  const auto whole = oracle::network_nll_gradient(net, x, golds, -2.0);
  const auto split = oracle::network_gradient(net, x, oracle::nll_gradient(logits, golds, -2.0));
  for (std::size_t l = 0; l < net.W.size(); ++l) {
    for (Index i = 0; i < net.W[l].size(); ++i) {
      EXPECT_NEAR(whole.W[l][i], split.W[l][i], 1e-13);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Activations, NetworkOracle,
                         ::testing::Values(Activation::kTanh, Activation::kRelu),
                         [](const ::testing::TestParamInfo<Activation>& activation) {
                           return activation.param == Activation::kTanh ? "tanh" : "relu";
                         });

TEST(NetworkOracle, IsTheCompositionOfItsLayers) {
  Network net{{matrix(2, 1, {1, -1}), matrix(1, 2, {2, 3})},
              {column({0.5, 0.25}), column({7})},
              Activation::kRelu};
  EXPECT_EQ(oracle::forward(net, matrix(1, 2, {1, -1})), matrix(1, 2, {10, 10.75}));
  EXPECT_EQ(oracle::activation_pattern(net, matrix(1, 2, {1, -1})),
            (std::vector<bool>{true, false, false, true}));
  net.activation = Activation::kTanh;
  EXPECT_DOUBLE_EQ(oracle::forward(net, scalar(1.0))[0],
                   2 * std::tanh(1.5) + 3 * std::tanh(-0.75) + 7);
}

TEST(NetworkOracle, OfOneLayerIsLinear) {
  const Network net{{matrix(1, 1, {3})}, {column({1})}, Activation::kTanh};
  EXPECT_EQ(oracle::forward(net, scalar(5.0)), scalar(16.0));
}

TEST(NetworkOracle, RefusesANetworkWithoutLayers) {
  EXPECT_THROW(static_cast<void>(oracle::forward(Network{}, scalar(1.0))), std::invalid_argument);
}

}  // namespace
}  // namespace gradus::check

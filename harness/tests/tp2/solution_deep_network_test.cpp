// DeepNetwork, here that of solutions/.
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "nn/error.hpp"
#include "numeric.hpp"
#include "tp2/deep_network.hpp"
#include "tp2/nll.hpp"
#include "tp2/sgd.hpp"

namespace tp2 {
namespace {

using test::distance;
using test::random_matrix;
using testing::ElementsAre;

using Line = std::tuple<std::string, nn::Index, nn::Index>;

/// Name, rows and columns of every parameter.
std::vector<Line> table(const Module& module) {
  std::vector<Line> lines;
  for (const Parameter& p : module.parameters()) {
    lines.emplace_back(p.name(), p.data().rows(), p.data().cols());
  }
  return lines;
}

TEST(DeepNetwork, ListsItsParametersFromInputToOutput) {
  EXPECT_THAT(table(DeepNetwork(7, 3, 5, 2, Activation::kTanh)),
              ElementsAre(Line("W0", 5, 7), Line("b0", 5, 1), Line("W1", 5, 5), Line("b1", 5, 1),
                          Line("output_W", 3, 5), Line("output_b", 3, 1)));
  EXPECT_EQ(table(DeepNetwork(7, 3, 5, 5, Activation::kRelu)).size(), 12U);
}

TEST(DeepNetwork, IsLinearWithoutHiddenLayers) {
  const DeepNetwork network(7, 3, 5, 0, Activation::kTanh);
  EXPECT_THAT(table(network), ElementsAre(Line("output_W", 3, 7), Line("output_b", 3, 1)));
}

TEST(DeepNetwork, HasParametersOfItsOwn) {
  const DeepNetwork network(4, 4, 4, 3, Activation::kTanh);
  std::set<const Node*> nodes;
  for (const Parameter& p : network.parameters()) nodes.insert(&p.node());
  EXPECT_EQ(nodes.size(), 8U);
}

TEST(DeepNetwork, PutsTheActivationAfterHiddenLayersOnly) {
  nn::Rng rng(1);
  const nn::Matrix x = random_matrix(3, 4, rng);
  for (const Activation activation : {Activation::kTanh, Activation::kRelu}) {
    DeepNetwork network(3, 2, 5, 2, activation);
    std::vector<Parameter> p = network.parameters();
    for (Parameter& each : p)
      each.data() = random_matrix(each.data().rows(), each.data().cols(), rng);
    const auto activate = [activation](const nn::Matrix& A) {
      return activation == Activation::kTanh ? nn::tanh(A) : nn::maximum(A, 0.0);
    };
    const nn::Matrix h1 = activate(add_column(p[0].data() * x, p[1].data()));
    const nn::Matrix h2 = activate(add_column(p[2].data() * h1, p[3].data()));
    const nn::Matrix expected = add_column(p[4].data() * h2, p[5].data());
    EXPECT_LT(distance(network.forward(Tensor(x)).data(), expected), 1e-15);
  }
}

TEST(DeepNetwork, HasTheGradientOfItsLossForEveryParameter) {
  nn::Rng rng(2);
  const Tensor x(random_matrix(3, 4, rng));
  const std::vector<nn::Index> gold = {0, 1, 1, 0};
  DeepNetwork network(3, 2, 5, 2, Activation::kTanh);
  network.init_parameters(rng);
  nll(network.forward(x), gold).backward();
  for (Parameter& p : network.parameters()) {
    const nn::Matrix here = p.data();
    const auto loss = [&](const nn::Matrix& m) {
      p.data() = m;
      return nll(network.forward(x), gold).data()(0, 0);
    };
    EXPECT_LT(distance(p.gradient(), test::numeric_gradient(loss, here)), 1e-8) << p.name();
    p.data() = here;
  }
}

double limit_of(const nn::Matrix& W, Activation activation) {
  const nn::Index fans = activation == Activation::kTanh ? W.rows() + W.cols() : W.cols();
  return std::sqrt(6.0 / static_cast<double>(fans));
}

TEST(DeepNetwork, InitialisesEveryParameterAsItsActivationWants) {
  for (const Activation activation : {Activation::kTanh, Activation::kRelu}) {
    nn::Rng rng(3);
    DeepNetwork network(40, 10, 30, 2, activation);
    network.init_parameters(rng);
    for (const Parameter& p : network.parameters()) {
      const bool is_bias = p.data().cols() == 1;
      if (is_bias) {
        EXPECT_EQ(p.data(), nn::Matrix::zeros(p.data().rows(), 1)) << p.name();
      } else {
        const double limit = limit_of(p.data(), activation);
        EXPECT_LE(nn::max(nn::abs(p.data())), limit) << p.name();
        EXPECT_GT(nn::max(nn::abs(p.data())), 0.95 * limit) << p.name();
      }
    }
  }
}

TEST(DeepNetwork, DrawsItsWeightsInTheOrderOfItsParameters) {
  nn::Rng rng(4);
  DeepNetwork network(4, 2, 3, 1, Activation::kTanh);
  network.init_parameters(rng);
  nn::Rng again(4);
  for (const Parameter& p : network.parameters()) {
    if (p.data().cols() == 1) continue;
    const double limit = limit_of(p.data(), Activation::kTanh);
    for (const double entry : p.data()) EXPECT_EQ(entry, again.uniform(-limit, limit));
  }
}

TEST(DeepNetwork, ComplainsOfAnImageOfAnotherSize) {
  nn::Rng rng(5);
  DeepNetwork network(4, 2, 3, 1, Activation::kTanh);
  network.init_parameters(rng);
  EXPECT_THROW(static_cast<void>(network.forward(Tensor(nn::Matrix::zeros(5, 1)))), nn::ShapeError);
  EXPECT_THROW(DeepNetwork(4, 0, 3, 1, Activation::kTanh), nn::ShapeError);
}

TEST(DeepNetwork, LearnsExclusiveOrWhichNoLinearNetworkCan) {
  const Tensor x(nn::Matrix{{0.0, 0.0, 1.0, 1.0}, {0.0, 1.0, 0.0, 1.0}});
  const std::vector<nn::Index> gold = {0, 1, 1, 0};
  for (const Activation activation : {Activation::kTanh, Activation::kRelu}) {
    nn::Rng rng(6);
    DeepNetwork network(2, 2, 8, 1, activation);
    network.init_parameters(rng);
    SGD optimizer(network, 0.5);
    for (int i = 0; i < 2000; ++i) {
      optimizer.zero_grad();
      nll(network.forward(x), gold).backward();
      optimizer.step();
    }
    EXPECT_LT(nll(network.forward(x), gold).data()(0, 0), 0.05);
  }
}

}  // namespace
}  // namespace tp2

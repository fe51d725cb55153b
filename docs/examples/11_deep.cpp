#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "examples/shown.hpp"
#include "nn/dataset.hpp"
#include "nn/matrix.hpp"
#include "nn/rng.hpp"
#include "nn/training.hpp"
#include "tp1/softmax.hpp"
#include "tp2/affine.hpp"
#include "tp2/deep_network.hpp"
#include "tp2/linear_network.hpp"
#include "tp2/module.hpp"
#include "tp2/network.hpp"
#include "tp2/nll.hpp"
#include "tp2/sgd.hpp"
#include "tp2/training.hpp"

namespace {

// ---------------------------------------------------------------------------------------------
// Exclusive or: class 1 where exactly one of two inputs is 1.

nn::Dataset exclusive_or() {
  return {{0, 0, 0, 255, 255, 0, 255, 255}, {0, 1, 1, 0}, /*rows=*/1, /*cols=*/2, /*n_classes=*/2};
}

/// The network of the chapter, its weights chosen by hand.
void choose_weights(const tp2::DeepNetwork& network) {
  std::vector<tp2::Parameter> p = network.parameters();
  p[0].data() = nn::Matrix{{1.0, 1.0}, {1.0, 1.0}};   // W0
  p[1].data() = nn::Matrix{{0.0}, {-1.0}};            // b0
  p[2].data() = nn::Matrix{{0.0, 0.0}, {1.0, -2.0}};  // output_W
  p[3].data() = nn::Matrix{{0.0}, {-0.5}};            // output_b
}

TEST(Deep, WeightsByHandSolveExclusiveOr) {
  const tp2::DeepNetwork network(2, 2, 2, 1, tp2::Activation::kRelu);
  choose_weights(network);
  const std::vector<tp2::Parameter> p = network.parameters();
  EXPECT_SHOWN("1", p[0].data()(0, 0));
  EXPECT_SHOWN("-1", p[1].data()(1, 0));
  EXPECT_SHOWN("-2", p[2].data()(1, 1));
  EXPECT_SHOWN("-0.5", p[3].data()(1, 0));

  // The four corners as one batch: (0, 0), (0, 1), (1, 0), (1, 1).
  const nn::Dataset data = exclusive_or();
  const nn::Matrix x = data.images({0, 1, 2, 3});
  const nn::Matrix z = nn::add_column(p[0].data() * x, p[1].data());
  EXPECT_EQ(z, (nn::Matrix{{0.0, 1.0, 1.0, 2.0}, {-1.0, 0.0, 0.0, 1.0}}));
  EXPECT_SHOWN("0", z(0, 0));
  EXPECT_SHOWN("2", z(0, 3));
  const nn::Matrix h = nn::maximum(z, 0.0);
  EXPECT_EQ(h, (nn::Matrix{{0.0, 1.0, 1.0, 2.0}, {0.0, 0.0, 0.0, 1.0}}));

  const nn::Matrix logits = network.forward(tp2::Tensor(x)).data();
  EXPECT_EQ(logits, (nn::Matrix{{0.0, 0.0, 0.0, 0.0}, {-0.5, 0.5, 0.5, -0.5}}));
  EXPECT_SHOWN("0.5", logits(1, 1));
  EXPECT_SHOWN("0.378", tp1::softmax(nn::column(logits, 0))(1));
  EXPECT_SHOWN("0.622", tp1::softmax(nn::column(logits, 1))(1));
  EXPECT_SHOWN("0.622", tp1::softmax(nn::column(logits, 2))(1));
  EXPECT_SHOWN("0.378", tp1::softmax(nn::column(logits, 3))(1));
  EXPECT_EQ(tp2::evaluate(network, data), 1.0);
}

constexpr double kLearningRate = 0.1;
constexpr int kEpochs = 500;

/// How many of 20 starts end with all four samples right.
int solved(nn::Index hidden_dim) {
  const nn::Dataset data = exclusive_or();
  int count = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    tp2::DeepNetwork network(2, 2, hidden_dim, 1, tp2::Activation::kRelu);
    nn::Rng rng(seed);
    network.init_parameters(rng);
    tp2::SGD optimizer(network, kLearningRate);
    tp2::training_loop(network, optimizer, data, data, {kEpochs, kLearningRate}, rng);
    if (tp2::evaluate(network, data) == 1.0) ++count;
  }
  return count;
}

TEST(Deep, DescentSeldomFindsTwoUnits) {
  EXPECT_SHOWN("0.1", kLearningRate);
  EXPECT_SHOWN("3", solved(2));
}

TEST(Deep, DescentFindsFourUnitsMoreOften) { EXPECT_SHOWN("13", solved(4)); }

TEST(Deep, DescentNearlyAlwaysFindsEightUnits) { EXPECT_SHOWN("19", solved(8)); }

TEST(Deep, NoStartHelpsTheLinearNetwork) {
  const nn::Dataset data = exclusive_or();
  tp2::LinearNetwork network(2, 2);
  network.init_parameters();
  tp2::SGD optimizer(network, kLearningRate);
  nn::Rng rng(1);
  tp2::training_loop(network, optimizer, data, data, {kEpochs, kLearningRate}, rng);
  const nn::Matrix x = data.images({0, 1, 2, 3});
  const std::vector<nn::Index> gold = data.labels({0, 1, 2, 3});
  EXPECT_SHOWN("0.69", std::log(2.0));
  EXPECT_SHOWN("0.69", tp2::nll(network.forward(tp2::Tensor(x)), gold).data()(0, 0));
  EXPECT_LE(tp2::evaluate(network, data), 0.75);
}

// ---------------------------------------------------------------------------------------------
// Shapes and parameters.

nn::Index count_numbers(const tp2::Module& module) {
  nn::Index count = 0;
  for (const tp2::Parameter& p : module.parameters()) count += p.data().size();
  return count;
}

nn::Index numbers_for_mnist(nn::Index hidden_dim, nn::Index n_hidden_layers) {
  return count_numbers(
      tp2::DeepNetwork(784, 10, hidden_dim, n_hidden_layers, tp2::Activation::kTanh));
}

TEST(Deep, ParametersAreCounted) {
  EXPECT_EQ(numbers_for_mnist(100, 0), 7850);
  EXPECT_EQ(numbers_for_mnist(100, 1), 79510);
  EXPECT_EQ(numbers_for_mnist(100, 2), 89610);
  EXPECT_EQ(numbers_for_mnist(113, 1), 89845);
  EXPECT_EQ(78400 + 100 + 1000 + 10, 79510);
  EXPECT_EQ(79510 + 10100, 89610);
}

TEST(Deep, NamesAndShapes) {
  //! [parameters]
  const tp2::DeepNetwork network(784, 10, 100, 2, tp2::Activation::kTanh);
  std::string list;
  nn::Index count = 0;
  for (const tp2::Parameter& p : network.parameters()) {
    list += p.name() + " ";
    count += p.data().size();
  }
  EXPECT_EQ(list, "W0 b0 W1 b1 output_W output_b ");
  EXPECT_EQ(count, 89610);
  //! [parameters]
  const std::vector<tp2::Parameter> p = network.parameters();
  const nn::Index shapes[6][2] = {{100, 784}, {100, 1}, {100, 100}, {100, 1}, {10, 100}, {10, 1}};
  for (std::size_t i = 0; i < 6; ++i) {
    EXPECT_EQ(p[i].data().rows(), shapes[i][0]);
    EXPECT_EQ(p[i].data().cols(), shapes[i][1]);
  }
}

TEST(Deep, WithoutHiddenLayersItIsLinear) {
  tp2::DeepNetwork network(3, 2, 5, 0, tp2::Activation::kTanh);
  nn::Rng rng(1);
  network.init_parameters(rng);
  const std::vector<tp2::Parameter> p = network.parameters();
  ASSERT_EQ(p.size(), 2U);
  EXPECT_EQ(p[0].name(), "output_W");
  EXPECT_EQ(p[0].data().cols(), 3);
  const tp2::Tensor x({{1.0}, {-2.0}, {0.5}});
  EXPECT_EQ(network.forward(x).data(), p[0].data() * x.data());
}

//! [unregistered]
class Forgetful : public tp2::Network {
 public:
  Forgetful() : w_(add_parameter("w", 2, 3)), b_("b", 2, 1) {}

  [[nodiscard]] tp2::Tensor forward(const tp2::Tensor& x) const override {
    return tp2::affine_transform(w_, b_, x);
  }

 private:
  tp2::Parameter w_;  // on the list of parameters()
  tp2::Parameter b_;  // on no list: no optimiser will ever move it
};
//! [unregistered]

TEST(Deep, OnlyRegisteredParametersAreListed) {
  const Forgetful network;
  ASSERT_EQ(network.parameters().size(), 1U);
  EXPECT_EQ(network.parameters()[0].name(), "w");
}

// ---------------------------------------------------------------------------------------------
// Why there is no activation behind the output.

TEST(Deep, TanhOnLogitsBoundsProbabilities) {
  nn::Vector best = nn::Vector::zeros(10) - 1.0;
  best(0) = 1.0;
  EXPECT_SHOWN("0.451", tp1::softmax(best)(0));
  EXPECT_SHOWN("0.80", -std::log(tp1::softmax(best)(0)));
}

// ---------------------------------------------------------------------------------------------
// Depth: a tent 2 max(0, x) - 4 max(0, x - 1/2), applied again and again.

tp2::DeepNetwork& fold(tp2::DeepNetwork& network) {
  std::vector<tp2::Parameter> p = network.parameters();
  for (std::size_t i = 0; i + 2 < p.size(); i += 2) {
    p[i].data() = i == 0 ? nn::Matrix{{1.0}, {1.0}} : nn::Matrix{{2.0, -4.0}, {2.0, -4.0}};  // W
    p[i + 1].data() = nn::Matrix{{0.0}, {-0.5}};                                             // b
  }
  p[p.size() - 2].data() = nn::Matrix{{2.0, -4.0}};
  p[p.size() - 1].data() = nn::Matrix{{0.0}};
  return network;
}

/// Straight pieces of the network's function on [0, 1]. Its kinks lie at multiples of 1/64.
int count_pieces(const tp2::Network& network) {
  constexpr int n = 256;
  nn::Matrix x(1, n + 1);
  for (nn::Index k = 0; k <= n; ++k) x(0, k) = static_cast<double>(k) / n;
  const nn::Matrix y = network.forward(tp2::Tensor(x)).data();
  int pieces = 1;
  for (nn::Index k = 2; k <= n; ++k) {
    if (y(0, k) - y(0, k - 1) != y(0, k - 1) - y(0, k - 2)) ++pieces;
  }
  return pieces;
}

TEST(Deep, EachLayerFoldsOnceMore) {
  tp2::DeepNetwork two(1, 1, 2, 2, tp2::Activation::kRelu);
  EXPECT_EQ(count_pieces(fold(two)), 4);
  tp2::DeepNetwork five(1, 1, 2, 5, tp2::Activation::kRelu);
  EXPECT_EQ(count_pieces(fold(five)), 32);
  EXPECT_EQ(count_numbers(five), 31);
}

TEST(Deep, OneLayerBendsOnceAtEachUnit) {
  tp2::DeepNetwork wide(1, 1, 10, 1, tp2::Activation::kRelu);
  EXPECT_EQ(count_numbers(wide), 31);
  std::vector<tp2::Parameter> p = wide.parameters();
  for (nn::Index i = 0; i < 10; ++i) {
    p[0].data()(i, 0) = 1.0;
    p[1].data()(i, 0) = -static_cast<double>(i + 1) / 16.0;  // bends at 1/16, 2/16, ...
    p[2].data()(0, i) = i % 2 == 0 ? 1.0 : -1.0;
  }
  p[3].data()(0, 0) = 0.0;
  EXPECT_EQ(count_pieces(wide), 11);
}

// ---------------------------------------------------------------------------------------------
// The last parameters, or others.

TEST(Deep, HandlesMoveOnAndNumbersStay) {
  const nn::Dataset data = exclusive_or();
  tp2::DeepNetwork network(2, 2, 4, 1, tp2::Activation::kTanh);
  nn::Rng rng(1);
  network.init_parameters(rng);
  tp2::SGD optimizer(network, kLearningRate);
  const nn::TrainingOptions options{.epochs = 1, .learning_rate = kLearningRate};
  //! [keeping]
  const std::vector<tp2::Parameter> handles = network.parameters();
  std::vector<nn::Matrix> numbers;
  for (const tp2::Parameter& p : handles) numbers.push_back(p.data());

  tp2::training_loop(network, optimizer, data, data, options, rng);  // one more epoch

  EXPECT_EQ(handles[0].data(), network.parameters()[0].data());  // gone along
  EXPECT_NE(numbers[0], network.parameters()[0].data());         // as it was before
  //! [keeping]
}

TEST(Deep, WhatAStepLeavesBehind) {
  tp2::DeepNetwork network(2, 2, 4, 1, tp2::Activation::kTanh);
  nn::Rng rng(1);
  network.init_parameters(rng);
  tp2::SGD optimizer(network, kLearningRate);
  const tp2::Parameter b = network.parameters()[3];
  optimizer.zero_grad();
  EXPECT_FALSE(b.has_gradient());
  const tp2::Tensor logits = network.forward(tp2::Tensor({{1.0}, {0.0}}));
  const tp2::Tensor loss = tp2::nll(logits, nn::Index{1});
  EXPECT_FALSE(b.has_gradient());
  loss.backward();
  EXPECT_TRUE(b.has_gradient());
  EXPECT_EQ(b.data()(1, 0), 0.0);
  optimizer.step();
  EXPECT_GT(b.data()(1, 0), 0.0);
  EXPECT_TRUE(b.has_gradient());  // it stays until zero_grad()
}

}  // namespace

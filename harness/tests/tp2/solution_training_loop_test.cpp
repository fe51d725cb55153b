// training_loop, here that of solutions/.
#include <algorithm>
#include <cstdint>
#include <gtest/gtest.h>
#include <numeric>
#include <utility>
#include <vector>

#include "numeric.hpp"
#include "tp2/deep_network.hpp"
#include "tp2/linear_network.hpp"
#include "tp2/nll.hpp"
#include "tp2/training.hpp"

namespace tp2 {
namespace {

constexpr nn::Index kSamples = 20;

/// Images of 1 x 20 pixels; sample i has pixel i alone, and one of 3 classes.
nn::Dataset unit_vectors() {
  std::vector<std::uint8_t> pixels(kSamples * kSamples, 0);
  std::vector<std::uint8_t> labels(kSamples);
  for (std::size_t i = 0; i < kSamples; ++i) {
    pixels[i * kSamples + i] = 255;
    labels[i] = static_cast<std::uint8_t>(i * i % 3);
  }
  return nn::Dataset(pixels, labels, 1, kSamples, 3);
}

/// Notes which unit vectors it is given one at a time, that is in training.
class Logging : public LinearNetwork {
 public:
  Logging() : LinearNetwork(kSamples, 3) {}

  [[nodiscard]] Tensor forward(const Tensor& x) const override {
    if (x.data().cols() == 1) visits_.push_back(argmax(column(x.data(), 0)));
    return LinearNetwork::forward(x);
  }
  [[nodiscard]] std::vector<nn::Index> epoch(std::ptrdiff_t number) const {
    const auto first = visits_.begin() + number * kSamples;
    return {first, first + kSamples};
  }
  [[nodiscard]] std::size_t n_visits() const { return visits_.size(); }

 private:
  mutable std::vector<nn::Index> visits_;
};

struct Outcome {
  nn::Matrix W;
  nn::TrainingLog log;
};

Outcome run(Logging& network, int epochs, std::uint64_t seed) {
  const nn::Dataset data = unit_vectors();
  network.init_parameters();
  SGD optimizer(network, 0.1);
  nn::Rng rng(seed);
  nn::TrainingLog log = training_loop(network, optimizer, data, data, {epochs, 0.1}, rng);
  return {std::as_const(network.parameters()[0]).data(), std::move(log)};
}

TEST(TrainingLoop, VisitsEverySampleOnceAnEpochInANewOrder) {
  Logging network;
  run(network, 3, 1);
  ASSERT_EQ(network.n_visits(), 3U * kSamples);
  std::vector<nn::Index> all(kSamples);
  std::iota(all.begin(), all.end(), nn::Index{0});
  for (std::ptrdiff_t e = 0; e < 3; ++e) {
    std::vector<nn::Index> order = network.epoch(e);
    EXPECT_NE(order, all);
    EXPECT_NE(order, network.epoch((e + 1) % 3));
    std::sort(order.begin(), order.end());
    EXPECT_EQ(order, all);
  }
}

TEST(TrainingLoop, StepsAndLogsAsAReplayByHandDoes) {
  Logging network;
  const Outcome outcome = run(network, 2, 2);
  const nn::Dataset data = unit_vectors();
  LinearNetwork replay(kSamples, 3);
  replay.init_parameters();
  for (std::ptrdiff_t e = 0; e < 2; ++e) {
    double loss = 0.0;
    for (const nn::Index i : network.epoch(e)) {
      std::vector<Parameter> p = replay.parameters();
      p[0].zero_grad();
      p[1].zero_grad();
      const Tensor each = nll(replay.forward(Tensor(as_column(data.image(i)))), data.label(i));
      each.backward();
      p[0].data() -= 0.1 * p[0].gradient();
      p[1].data() -= 0.1 * p[1].gradient();
      loss += each.data()(0, 0) / kSamples;
    }
    EXPECT_NEAR(outcome.log[e].mean_loss, loss, 1e-12);
    EXPECT_EQ(outcome.log[e].train_accuracy, evaluate(replay, data));
  }
  EXPECT_LT(test::distance(outcome.W, std::as_const(replay.parameters()[0]).data()), 1e-12);
}

TEST(TrainingLoop, MeasuresTrainAndDevApart) {
  const nn::Dataset train = unit_vectors();
  const nn::Dataset dev(std::vector<std::uint8_t>(kSamples, 0), {2}, 1, kSamples, 3);
  Logging network;
  network.init_parameters();
  SGD optimizer(network, 0.0);
  nn::Rng rng(1);
  const nn::TrainingLog log = training_loop(network, optimizer, train, dev, {1, 0.0}, rng);
  EXPECT_DOUBLE_EQ(log[0].train_accuracy, 7.0 / kSamples) << "all logits are equal: class 0";
  EXPECT_EQ(log[0].dev_accuracy, 0.0);
}

TEST(TrainingLoop, RepeatsItselfForTheSameSeedOnly) {
  Logging a;
  Logging b;
  Logging c;
  const Outcome first = run(a, 2, 3);
  EXPECT_EQ(first.W, run(b, 2, 3).W);
  EXPECT_EQ(a.epoch(0), b.epoch(0));
  run(c, 2, 4);
  EXPECT_NE(a.epoch(0), c.epoch(0));
}

TEST(TrainingLoop, DoesNothingInZeroEpochs) {
  Logging network;
  const Outcome outcome = run(network, 0, 5);
  EXPECT_TRUE(outcome.log.empty());
  EXPECT_EQ(outcome.W, nn::Matrix::zeros(3, kSamples));
}

TEST(TrainingLoop, TeachesADeepNetworkAToySet) {
  for (const Activation activation : {Activation::kTanh, Activation::kRelu}) {
    const nn::Dataset data = unit_vectors();
    nn::Rng rng(6);
    DeepNetwork network(kSamples, 3, 16, 1, activation);
    network.init_parameters(rng);
    SGD optimizer(network, 0.1);
    const nn::Index before = Tensor::count_nodes();
    const nn::TrainingLog log = training_loop(network, optimizer, data, data, {60, 0.1}, rng);
    EXPECT_EQ(log.size(), 60);
    EXPECT_LT(log.back().mean_loss, 0.2 * log[0].mean_loss);
    EXPECT_EQ(log.back().train_accuracy, 1.0);
    EXPECT_EQ(log.back().dev_accuracy, 1.0);
    EXPECT_EQ(Tensor::count_nodes(), before) << "no node outlives its sample";
  }
}

}  // namespace
}  // namespace tp2

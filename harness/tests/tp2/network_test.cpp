#include "tp2/network.hpp"

#include <cstdint>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>
#include <vector>

#include "nn/error.hpp"
#include "numeric.hpp"
#include "tp2/linear_network.hpp"

namespace tp2 {
namespace {

using test::distance;
using test::message_of;
using test::random_matrix;
using testing::HasSubstr;

/// n images of one pixel, of value i % 256, and their labels i % 3.
nn::Dataset counting_data(nn::Index n) {
  std::vector<std::uint8_t> pixels;
  std::vector<std::uint8_t> labels;
  for (nn::Index i = 0; i < n; ++i) {
    pixels.push_back(static_cast<std::uint8_t>(i % 256));
    labels.push_back(static_cast<std::uint8_t>(i % 3));
  }
  return nn::Dataset(pixels, labels, 1, 1, 3);
}

/// Answers the class (pixel value) % 3 for the first `n_right` samples, a wrong one for the rest.
class Oracle : public Network {
 public:
  explicit Oracle(nn::Index n_right) : n_right_(n_right) {}

  [[nodiscard]] Tensor forward(const Tensor& x) const override {
    nn::Matrix logits = nn::Matrix::zeros(3, x.data().cols());
    for (nn::Index k = 0; k < x.data().cols(); ++k) {
      const auto pixel = static_cast<nn::Index>(x.data()(0, k) * 255.0 + 0.5);
      const nn::Index wrong = n_seen() < n_right_ ? 0 : 1;
      seen_.push_back(pixel);
      logits((pixel + wrong) % 3, k) = 1.0;
    }
    return Tensor(logits);
  }
  [[nodiscard]] nn::Index n_seen() const { return static_cast<nn::Index>(seen_.size()); }
  [[nodiscard]] const std::vector<nn::Index>& seen() const { return seen_; }

 private:
  nn::Index n_right_;
  mutable std::vector<nn::Index> seen_;
};

/// Returns one column, whatever it is asked.
class OneColumn : public Network {
 public:
  [[nodiscard]] Tensor forward(const Tensor&) const override {
    return Tensor(nn::Matrix::zeros(3, 1));
  }
};

TEST(Evaluate, CountsTheSamplesThatAreRight) {
  for (const nn::Index n : {1, 2, 63, 64, 65, 128, 200}) {
    const nn::Dataset data = counting_data(n);
    for (const nn::Index n_right : {nn::Index{0}, n / 3, n}) {
      const Oracle oracle(n_right);
      EXPECT_DOUBLE_EQ(evaluate(oracle, data),
                       static_cast<double>(n_right) / static_cast<double>(n));
      EXPECT_EQ(oracle.n_seen(), n);
    }
  }
}

TEST(Evaluate, LooksAtEverySampleOnce) {
  std::vector<nn::Index> all(200);
  std::iota(all.begin(), all.end(), nn::Index{0});
  const Oracle oracle(0);
  static_cast<void>(evaluate(oracle, counting_data(200)));
  EXPECT_THAT(oracle.seen(), testing::UnorderedElementsAreArray(all));
}

TEST(Evaluate, IsZeroWithoutSamples) { EXPECT_EQ(evaluate(Oracle(0), counting_data(0)), 0.0); }

TEST(Evaluate, ComplainsOfANetworkThatLosesColumns) {
  EXPECT_THAT(message_of<nn::ShapeError>(
                  [] { static_cast<void>(evaluate(OneColumn(), counting_data(5))); }),
              HasSubstr("a batch of 5 columns and returned 3 x 1"));
}

TEST(LinearNetwork, HasAWeightMatrixAndABias) {
  const LinearNetwork network(4, 3);
  const std::vector<Parameter> parameters = network.parameters();
  ASSERT_EQ(parameters.size(), 2U);
  EXPECT_EQ(parameters[0].name(), "W");
  EXPECT_EQ(parameters[0].data().rows(), 3);
  EXPECT_EQ(parameters[0].data().cols(), 4);
  EXPECT_EQ(parameters[1].name(), "b");
  EXPECT_EQ(parameters[1].data().rows(), 3);
  EXPECT_EQ(parameters[1].data().cols(), 1);
}

TEST(LinearNetwork, StartsAtZeroOnceInitialised) {
  LinearNetwork network(2, 3);
  const std::vector<Parameter> taken_before = network.parameters();
  network.init_parameters();
  EXPECT_EQ(taken_before[0].data(), nn::Matrix::zeros(3, 2));
  EXPECT_EQ(taken_before[1].data(), nn::Matrix::zeros(3, 1));
}

TEST(LinearNetwork, IsAnAffineFunctionOfABatch) {
  nn::Rng rng(11);
  const LinearNetwork network(4, 3);
  std::vector<Parameter> parameters = network.parameters();
  const nn::Matrix W = random_matrix(3, 4, rng);
  const nn::Matrix b = random_matrix(3, 1, rng);
  parameters[0].data() = W;
  parameters[1].data() = b;
  const nn::Matrix x = random_matrix(4, 5, rng);
  const Tensor y = network.forward(Tensor(x));
  EXPECT_LT(distance(y.data(), add_column(W * x, b)), 1e-15);

  const nn::Matrix g = random_matrix(3, 5, rng);
  y.backward(g);
  EXPECT_LT(distance(parameters[0].gradient(), g * transpose(x)), 1e-14);
  EXPECT_LT(distance(parameters[1].gradient(), sum_columns(g)), 1e-14);
}

}  // namespace
}  // namespace tp2

// The initialisers that students write, here those of solutions/.
#include <cmath>
#include <gtest/gtest.h>
#include <set>
#include <utility>

#include "nn/rng.hpp"
#include "numeric.hpp"
#include "tp2/init.hpp"

namespace tp2 {
namespace {

/// Checks that the entries, of which there are thousands, look uniform on [-limit, limit].
///
/// Mean and second moment of 20,000 draws are within these bounds in all but one of a million
/// seeds; the seeds here are fixed.
void expect_uniform(const nn::Matrix& W, double limit) {
  EXPECT_LE(nn::max(W), limit);
  EXPECT_GE(nn::min(W), -limit);
  EXPECT_GT(nn::max(W), 0.999 * limit);
  EXPECT_LT(nn::min(W), -0.999 * limit);
  EXPECT_NEAR(nn::mean(W) / limit, 0.0, 0.02);
  EXPECT_NEAR(nn::mean(nn::square(W)) / (limit * limit), 1.0 / 3.0, 0.015);
  EXPECT_GT(std::set<double>(W.begin(), W.end()).size(), 19'000U);
}

TEST(ZeroInit, WritesEveryEntryInPlace) {
  Parameter b("b", 3, 2);
  const Parameter taken_before = b;
  zero_init(b);
  EXPECT_EQ(taken_before.data(), nn::Matrix::zeros(3, 2));
}

TEST(GlorotInit, IsUniformWithinTheLimitOfBothFans) {
  nn::Rng rng(1);
  Parameter W("W", 100, 200);
  const Parameter taken_before = W;
  glorot_init(W, rng);
  expect_uniform(taken_before.data(), std::sqrt(6.0 / 300.0));
  EXPECT_EQ(taken_before.data().rows(), 100);
}

TEST(KaimingInit, IsUniformWithinTheLimitOfTheFanIn) {
  for (const auto& [rows, cols] : {std::pair<nn::Index, nn::Index>{100, 200}, {200, 100}}) {
    nn::Rng rng(2);
    Parameter W("W", rows, cols);
    const Parameter taken_before = W;
    kaiming_init(W, rng);
    expect_uniform(taken_before.data(), std::sqrt(6.0 / static_cast<double>(cols)));
    EXPECT_EQ(taken_before.data().rows(), rows);
  }
}

TEST(Initialisers, DrawOtherNumbersAtEveryCallAndTheSameFromTheSameSeed) {
  for (const auto init : {glorot_init, kaiming_init}) {
    nn::Rng rng(3);
    Parameter first("first", 4, 5);
    Parameter second("second", 4, 5);
    init(first, rng);
    init(second, rng);
    EXPECT_GT(test::distance(first.data(), second.data()), 0.0);
    nn::Rng again(3);
    init(second, again);
    EXPECT_EQ(first.data(), std::as_const(second).data());
  }
}

}  // namespace
}  // namespace tp2

#include <cmath>
#include <gtest/gtest.h>
#include <vector>

#include "examples/shown.hpp"
#include "nn/matrix.hpp"
#include "nn/rng.hpp"
#include "tp2/affine.hpp"
#include "tp2/nll.hpp"
#include "tp2/tensor.hpp"

namespace {

using nn::Index;

//! [hovering]
/// Noisy descent with a constant rate. Each sample pulls w to 1 or to -1; on
/// average 0 is best.
double descend(double rate, int steps, nn::Rng& rng) {
  double w = 10.0;
  for (int k = 0; k < steps; ++k) {
    const double t = rng.below(2) == 0 ? -1.0 : 1.0;
    w -= rate * (w - t);  // the gradient of (w - t)^2 / 2
  }
  return w;
}
//! [hovering]

/// How far from 0 it stays: the root of eta / (2 - eta).
double floor_of(double rate) { return std::sqrt(rate / (2.0 - rate)); }

TEST(Further, ConstantRatesHover) {
  const double large = 0.5;
  const double small = 0.01;
  EXPECT_SHOWN("0.5", large);
  EXPECT_SHOWN("0.01", small);
  EXPECT_SHOWN("0.58", floor_of(large));
  EXPECT_SHOWN("0.07", floor_of(small));
  for (const double rate : {large, small}) {
    nn::Rng rng(1);
    double squares = 0.0;
    const int runs = 2000;
    for (int run = 0; run < runs; ++run) {
      const double w = descend(rate, 1000, rng);
      squares += w * w;
    }
    EXPECT_NEAR(std::sqrt(squares / runs), floor_of(rate), 0.05 * floor_of(rate));
  }
  // After five steps the large rate is as close as it will be; the small one is far away.
  EXPECT_LT(10.0 * std::pow(1.0 - large, 5), floor_of(large));
  EXPECT_GT(10.0 * std::pow(1.0 - small, 5), 9.0);
}

TEST(Further, OneSampleMovesMomentumTenTimesAsFar) {
  const double mu = 0.9;
  double v = 1.0;
  double moved = 0.0;
  for (int k = 0; k < 500; ++k, v *= mu) moved += v;
  EXPECT_NEAR(moved, 10.0, 1e-9);
}

TEST(Further, Schedules) {
  const double start = 0.3;
  const double tau = 4.0;
  const double K = 20.0;
  const auto cosine = [&](double k) { return start / 2 * (1 + std::cos(std::acos(-1.0) * k / K)); };
  EXPECT_DOUBLE_EQ(cosine(0), start);
  EXPECT_NEAR(cosine(K), 0.0, 1e-15);
  EXPECT_DOUBLE_EQ(start / (1 + tau / tau), start / 2);
}

TEST(Further, NoiseOfAMeanFallsWithTheRoot) {
  nn::Rng rng(1);
  const int n = 100;
  double squares = 0.0;
  const int repeats = 2000;
  for (int r = 0; r < repeats; ++r) {
    double mean = 0.0;
    for (int i = 0; i < n; ++i) mean += (rng.below(2) == 0 ? -1.0 : 1.0) / n;
    squares += mean * mean;
  }
  EXPECT_NEAR(std::sqrt(squares / repeats), 0.1, 0.005);
}

TEST(Further, LossOfABatchIsTheMean) {
  // The same column twice: the loss stays, and each column of the gradient is half.
  const tp2::Tensor one(nn::Matrix{{2}, {0}}, true);
  const tp2::Tensor two(nn::Matrix{{2, 2}, {0, 0}}, true);
  const std::vector<Index> golds = {0, 0};
  const tp2::Tensor loss_of_one = tp2::nll(one, 0);
  const tp2::Tensor loss_of_two = tp2::nll(two, golds);
  EXPECT_DOUBLE_EQ(loss_of_one.data()(0, 0), loss_of_two.data()(0, 0));
  loss_of_one.backward();
  loss_of_two.backward();
  EXPECT_DOUBLE_EQ(one.gradient()(0, 0), 2.0 * two.gradient()(0, 1));
}

TEST(Further, Numbers) {
  const nn::Vector h = {2, 4};
  const double p = 0.5;
  EXPECT_SHOWN("2", h(0));
  EXPECT_SHOWN("4", h(1));
  EXPECT_SHOWN("0.5", p);
  const double scale = 1 / (1 - p);
  EXPECT_SHOWN("2", scale);
  nn::Vector mean = {0, 0};
  nn::Vector unscaled = {0, 0};
  for (const nn::Vector& mask : {nn::Vector{0, 0}, {1, 0}, {0, 1}, {1, 1}}) {
    mean += 0.25 * scale * hadamard(mask, h);
    unscaled += 0.25 * hadamard(mask, h);
  }
  EXPECT_SHOWN("0", 0 * scale * h(0));
  EXPECT_SHOWN("4", scale * h(0));
  EXPECT_SHOWN("8", scale * h(1));
  EXPECT_SHOWN("2", mean(0));
  EXPECT_SHOWN("4", mean(1));
  EXPECT_SHOWN("1", unscaled(0));
  EXPECT_SHOWN("2", unscaled(1));

  // Momentum, with the gradient 1 again and again.
  const double mu = 0.9;
  EXPECT_SHOWN("0.9", mu);
  double v = 0.0;
  std::vector<double> velocities;
  for (int k = 0; k < 200; ++k) {
    v = mu * v + 1.0;
    velocities.push_back(v);
  }
  EXPECT_SHOWN("1", velocities[0]);
  EXPECT_SHOWN("1.9", velocities[1]);
  EXPECT_SHOWN("2.71", velocities[2]);
  EXPECT_SHOWN("10", velocities.back());
  EXPECT_SHOWN("10", 1 / (1 - mu));
  // If the gradient changes its sign from step to step, about half of it is left.
  v = 0.0;
  for (int k = 0; k < 200; ++k) v = mu * v + (k % 2 == 0 ? 1.0 : -1.0);
  EXPECT_NEAR(-v, 1 / (1 + mu), 1e-6);
  EXPECT_NEAR(-v, 0.5, 0.05);

  // Weight decay alone.
  const double eta = 0.1;
  const double lambda = 0.01;
  EXPECT_SHOWN("0.1", eta);
  EXPECT_SHOWN("0.01", lambda);
  EXPECT_SHOWN("0.999", 1 - eta * lambda);
  const double steps = 1000;
  EXPECT_SHOWN("1000", steps);
  EXPECT_SHOWN("0.37", std::pow(1 - eta * lambda, steps));
}

TEST(Further, ConvolutionHasFewParameters) {
  const Index image = 28;
  const Index kernel = 5;
  const Index places = image - kernel + 1;
  EXPECT_SHOWN("24", static_cast<double>(places));
  EXPECT_SHOWN("26", static_cast<double>(kernel * kernel + 1));
  EXPECT_SHOWN("452160", static_cast<double>(places * places * image * image + places * places));
}

}  // namespace

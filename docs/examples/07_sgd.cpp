#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <utility>
#include <vector>

#include "examples/shown.hpp"
#include "nn/matrix.hpp"
#include "nn/rng.hpp"
#include "tp1/linear_classifier.hpp"
#include "tp1/nll.hpp"

namespace {

/// One weight with the loss 2 w^2, whose slope is 4 w: w at the start and after each step.
std::vector<double> descend(double learning_rate) {
  std::vector<double> path = {1.0};
  for (int step = 0; step < 10; ++step) {
    path.push_back(path.back() - learning_rate * 4.0 * path.back());
  }
  return path;
}

double parabola(double w) { return 2.0 * w * w; }

/// One weight, a sample for each label, and the loss (w - label)^2 / 2: w after each step.
std::vector<double> one_by_one(double w, const std::vector<double>& labels, double learning_rate) {
  std::vector<double> path;
  for (const double label : labels) {
    w -= learning_rate * (w - label);
    path.push_back(w);
  }
  return path;
}

double mean_loss(double w, const std::vector<double>& labels) {
  double sum = 0.0;
  for (const double label : labels) sum += 0.5 * (w - label) * (w - label);
  return sum / static_cast<double>(labels.size());
}

double mean(const std::vector<double>& v) {
  double sum = 0.0;
  for (const double entry : v) sum += entry;
  return sum / static_cast<double>(v.size());
}

const std::vector<double> sorted = {0.0, 0.0, 0.0, 4.0, 4.0, 4.0};
const std::vector<double> mixed = {0.0, 4.0, 0.0, 4.0, 0.0, 4.0};

//! [order]
/// Two orders of the same letters.
std::pair<std::string, std::string> two_orders(nn::Rng& rng) {
  std::string letters = "abcde";
  rng.shuffle(letters);
  const std::string first = letters;
  rng.shuffle(letters);  // another order: the generator has moved on
  return {first, letters};
}
//! [order]

TEST(Sgd, ThreeLearningRates) {
  const double slow = 0.05;
  const double right = 0.25;
  const double fast = 0.6;
  EXPECT_SHOWN("0.05", slow);
  EXPECT_SHOWN("0.25", right);
  EXPECT_SHOWN("0.6", fast);
  EXPECT_SHOWN("0.8", descend(slow)[1]);
  EXPECT_SHOWN("0.64", descend(slow)[2]);
  EXPECT_SHOWN("0.107", descend(slow)[10]);
  EXPECT_SHOWN("0.023", parabola(descend(slow)[10]));
  EXPECT_SHOWN("0", descend(right)[1]);
  EXPECT_SHOWN("0", parabola(descend(right)[10]));
  EXPECT_SHOWN("-1.4", descend(fast)[1]);
  EXPECT_SHOWN("1.96", descend(fast)[2]);
  EXPECT_SHOWN("28.9", descend(fast)[10]);
  EXPECT_SHOWN("1673", parabola(descend(fast)[10]));
  EXPECT_SHOWN("2", parabola(descend(fast)[0]));
}

TEST(Sgd, Limits) {
  const double curvature = 4.0;
  EXPECT_SHOWN("0.5", 2.0 / curvature);
  EXPECT_SHOWN("0.25", 1.0 / curvature);
  // The picture: curvatures 4 and 1, started at (1, 1).
  const auto loss = [](double learning_rate, double steps) {
    return 0.5 * (4.0 * std::pow(1.0 - 4.0 * learning_rate, 2.0 * steps) +
                  std::pow(1.0 - learning_rate, 2.0 * steps));
  };
  EXPECT_SHOWN("0.4", 2.0 / (4.0 + 1.0));  // both directions shrink alike
  const double small = 0.02;
  const double large = 0.51;
  EXPECT_SHOWN("0.02", small);
  EXPECT_SHOWN("0.51", large);
  EXPECT_SHOWN("2.5", loss(small, 0));
  EXPECT_GT(loss(small, 10), 0.5);
  EXPECT_LT(loss(0.4, 4), 0.05);
  EXPECT_GT(large, 2.0 / curvature);
  EXPECT_LT(loss(large, 1), loss(large, 0));  // falls once
  for (int step = 2; step <= 20; ++step) EXPECT_GT(loss(large, step), loss(large, step - 1));
}

TEST(Sgd, AllSamplesForOneStep) {
  const double start = 10.0;
  const double rate = 0.5;
  EXPECT_SHOWN("10", start);
  EXPECT_SHOWN("0.5", rate);
  EXPECT_SHOWN("2", mean(sorted));
  EXPECT_SHOWN("2", mean_loss(mean(sorted), sorted));
  EXPECT_SHOWN("0", sorted[0]);
  EXPECT_SHOWN("4", sorted[5]);
  const double full_gradient = start - mean(sorted);
  EXPECT_SHOWN("8", full_gradient);
  const double after = start - rate * full_gradient;
  EXPECT_SHOWN("6", after);
  EXPECT_SHOWN("10", mean_loss(after, sorted));
  EXPECT_SHOWN("34", mean_loss(start, sorted));
  // The mean of the gradients of the samples is the full gradient.
  std::vector<double> gradients;
  for (const double label : sorted) gradients.push_back(start - label);
  EXPECT_DOUBLE_EQ(mean(gradients), full_gradient);
  EXPECT_SHOWN("10", *std::max_element(gradients.begin(), gradients.end()));
  EXPECT_SHOWN("6", *std::min_element(gradients.begin(), gradients.end()));
}

TEST(Sgd, OneStepForEachSample) {
  const std::vector<double> path = one_by_one(10.0, mixed, 0.5);
  EXPECT_SHOWN("5", path[0]);
  EXPECT_SHOWN("4.5", path[1]);
  EXPECT_SHOWN("2.25", path[2]);
  EXPECT_SHOWN("3.13", path[3]);
  EXPECT_SHOWN("1.56", path[4]);
  EXPECT_SHOWN("2.78", path[5]);
  EXPECT_SHOWN("2.31", mean_loss(path[5], mixed));
}

TEST(Sgd, SortedAndMixed) {
  const std::vector<double> bad = one_by_one(mean(sorted), sorted, 0.5);
  EXPECT_SHOWN("1", bad[0]);
  EXPECT_SHOWN("0.5", bad[1]);
  EXPECT_SHOWN("0.25", bad[2]);
  EXPECT_SHOWN("2.13", bad[3]);
  EXPECT_SHOWN("3.06", bad[4]);
  EXPECT_SHOWN("3.53", bad[5]);
  EXPECT_SHOWN("3.17", mean_loss(bad[5], sorted));
  const std::vector<double> good = one_by_one(mean(mixed), mixed, 0.5);
  EXPECT_SHOWN("1", good[0]);
  EXPECT_SHOWN("2.5", good[1]);
  EXPECT_SHOWN("1.25", good[2]);
  EXPECT_SHOWN("2.63", good[3]);
  EXPECT_SHOWN("1.31", good[4]);
  EXPECT_SHOWN("2.66", good[5]);
  EXPECT_SHOWN("2.22", mean_loss(good[5], mixed));
}

TEST(Sgd, AllOrders) {
  std::vector<double> order = sorted;
  std::vector<double> ends;
  std::vector<double> losses;
  do {
    ends.push_back(one_by_one(2.0, order, 0.5).back());
    losses.push_back(mean_loss(ends.back(), order));
  } while (std::next_permutation(order.begin(), order.end()));
  EXPECT_SHOWN("20", static_cast<double>(ends.size()));
  EXPECT_SHOWN("2", mean(ends));
  const double worst = *std::max_element(losses.begin(), losses.end());
  EXPECT_DOUBLE_EQ(worst, mean_loss(one_by_one(2.0, sorted, 0.5).back(), sorted));
  EXPECT_SHOWN("2.41", mean(losses));
}

TEST(Sgd, ItNeverRests) {
  const auto settled = [](double rate) {
    double w = 10.0;
    for (int epoch = 0; epoch < 1000; ++epoch) w = one_by_one(w, mixed, rate).back();
    return one_by_one(w, mixed, rate);
  };
  EXPECT_SHOWN("1.33", settled(0.5)[0]);
  EXPECT_SHOWN("2.67", settled(0.5)[1]);
  const double small = 0.1;
  EXPECT_SHOWN("0.1", small);
  EXPECT_SHOWN("1.89", settled(small)[0]);
  EXPECT_SHOWN("2.11", settled(small)[1]);
}

TEST(Sgd, FreshOrders) {
  nn::Rng rng(7);
  const auto orders = two_orders(rng);
  EXPECT_NE(orders.first, orders.second);
  nn::Rng same_seed(7);
  EXPECT_EQ(two_orders(same_seed), orders);
}

TEST(Sgd, FirstLoss) {
  const nn::Vector logits = nn::Vector::zeros(10);
  EXPECT_SHOWN("2.303", tp1::nll(logits, 3));
}

TEST(Sgd, LossFromBeforeTheStep) {
  // Two classes, one image of one white pixel: log 2 before the only step, less after it.
  const nn::Dataset one({255}, {0}, 1, 1, 2);
  tp1::LinearClassifier model{nn::Matrix::zeros(2, 1), nn::Vector::zeros(2)};
  nn::Rng rng(1);
  const nn::TrainingLog log = tp1::train(model, one, one, {1, 0.5}, rng);
  EXPECT_SHOWN("0.693", log.back().mean_loss);
  EXPECT_SHOWN("0.313", tp1::nll(model.W * one.image(0) + model.b, 0));
}

TEST(Sgd, NoEpochs) {
  const nn::Dataset one({255}, {0}, 1, 1, 2);
  tp1::LinearClassifier model{{{0.5}, {-0.5}}, {0.25, 0.0}};
  nn::Rng rng(1);
  EXPECT_TRUE(tp1::train(model, one, one, {0, 0.5}, rng).empty());
  EXPECT_EQ(model.W, (nn::Matrix{{0.5}, {-0.5}}));
}

TEST(Sgd, LossAndAccuracy) {
  // Two classes: the gold logit, so that its probability is p and the other logit 0.
  const auto logit = [](double p) { return std::log(p / (1.0 - p)); };
  const auto loss = [&](double p) { return tp1::nll({logit(p), 0.0}, 0); };
  const auto right = [&](double p) { return nn::argmax(nn::Vector{logit(p), 0.0}) == 0; };
  const std::vector<double> shy = {0.51, 0.51, 0.51};
  const std::vector<double> bold = {0.99, 0.99, 0.45};
  EXPECT_SHOWN("0.51", shy[0]);
  EXPECT_SHOWN("0.99", bold[0]);
  EXPECT_SHOWN("0.45", bold[2]);
  EXPECT_TRUE(right(shy[0]));
  EXPECT_TRUE(right(bold[0]));
  EXPECT_FALSE(right(bold[2]));
  EXPECT_SHOWN("0.673", loss(shy[0]));
  EXPECT_SHOWN("0.273", (2.0 * loss(bold[0]) + loss(bold[2])) / 3.0);
}

TEST(Sgd, BestOfTen) {
  const double truly = 0.9;
  const double images = 10000.0;
  EXPECT_SHOWN("0.9", truly);
  const double deviation = std::sqrt(truly * (1.0 - truly) / images);
  EXPECT_SHOWN("0.003", deviation);
  // The mean of the largest of ten standard normal numbers.
  double largest = 0.0;
  const double width = 1e-4;
  for (int i = -80000; i < 80000; ++i) {
    const double z = (static_cast<double>(i) + 0.5) * width;
    const double density = std::exp(-0.5 * z * z) / std::sqrt(2.0 * std::numbers::pi);
    const double below = 0.5 * std::erfc(-z / std::numbers::sqrt2);
    largest += z * 10.0 * density * std::pow(below, 9.0) * width;
  }
  EXPECT_SHOWN("1.54", largest);
  EXPECT_SHOWN("0.9046", truly + largest * deviation);
}

TEST(Sgd, BrighterPixels) {
  // The loss in W depends on W x alone, so x times s is W times s: curvature times s^2.
  const auto loss = [](double weight, double pixel) { return tp1::nll({weight * pixel, 0.0}, 0); };
  const auto curvature = [&](double pixel) {
    const double h = 1e-3 / pixel;
    return (loss(h, pixel) - 2.0 * loss(0.0, pixel) + loss(-h, pixel)) / (h * h);
  };
  EXPECT_SHOWN("65025", 255.0 * 255.0);
  EXPECT_NEAR(curvature(255.0) / curvature(1.0), 255.0 * 255.0, 1.0);

  // Images as bright as those of MNIST, whose labels nobody can foresee, at the rate 0.01.
  nn::Rng rng(1);
  nn::Matrix W = nn::Matrix::zeros(10, 784);
  double largest = 0.0;
  double later = 0.0;
  for (int step = 0; step < 400; ++step) {
    nn::Vector x(784);
    for (double& pixel : x) pixel = rng.uniform() < 0.13 ? 255.0 : 0.0;
    const nn::Index gold = rng.below(10);
    const nn::Vector logits = W * x;
    (step < 200 ? largest : later) = std::max(step < 200 ? largest : later, tp1::nll(logits, gold));
    W -= 0.01 * nn::outer(tp1::backward_nll(logits, gold, 1.0), x);
  }
  EXPECT_GT(largest, 1000.0);
  EXPECT_LT(later, 10.0 * largest);  // bounded steps: it does not explode
}

}  // namespace

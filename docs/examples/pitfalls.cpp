// Every number of the pitfalls, section by section.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include "examples/shown.hpp"
#include "nn/matrix.hpp"
#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"
#include "tp2/activations.hpp"
#include "tp2/init.hpp"
#include "tp2/nll.hpp"

namespace {

TEST(Pitfalls, AffineBackward) {
  // L = g y, y = w x: the nudge of the text finds the slope g x.
  const double nudge = 0.001;
  const double w = 0.5;
  const double x = 3.0;
  const double g = -2.0;
  EXPECT_SHOWN("0.001", nudge);
  EXPECT_NEAR(((w + nudge) * x - w * x) * g / nudge, g * x, 1e-9);
}

TEST(Pitfalls, Softmax) {
  const nn::Vector logits = {1.0, 2.0};
  const nn::Vector e = exp(logits);
  EXPECT_SHOWN("2.718", e(0));
  EXPECT_SHOWN("7.389", e(1));
  EXPECT_SHOWN("10.107", nn::sum(e));
  EXPECT_SHOWN("0.269", tp1::softmax(logits)(0));
  EXPECT_SHOWN("0.731", tp1::softmax(logits)(1));
  EXPECT_SHOWN("0.368", e(0) / nn::max(e));
}

TEST(Pitfalls, SoftmaxShift) {
  EXPECT_SHOWN("709.78", std::log(std::numeric_limits<double>::max()));
  const nn::Vector shifted = {std::exp(-1.0), std::exp(0.0)};
  EXPECT_SHOWN("0.368", shifted(0));
  EXPECT_SHOWN("1.368", nn::sum(shifted));
  EXPECT_SHOWN("0.269", shifted(0) / nn::sum(shifted));
  EXPECT_SHOWN("0.731", shifted(1) / nn::sum(shifted));
}

TEST(Pitfalls, Nll) {
  const nn::Vector p = tp1::softmax({2.0, 0.0});
  EXPECT_SHOWN("0.8808", p(0));
  EXPECT_SHOWN("0.1192", p(1));
  EXPECT_SHOWN("0.1269", tp1::nll({2.0, 0.0}, 0));
  EXPECT_SHOWN("2.1269", tp1::nll({2.0, 0.0}, 1));
  EXPECT_SHOWN("0.1831", -std::log2(p(0)));
  EXPECT_SHOWN("1.4427", std::log2(p(0)) / std::log(p(0)));
  EXPECT_SHOWN("0.0551", -std::log10(p(0)));
  EXPECT_SHOWN("0.4343", std::log10(p(0)) / std::log(p(0)));
  EXPECT_SHOWN("0.1192", 1.0 - p(0));
}

TEST(Pitfalls, LogSumExp) {
  const double added = 1e-10;
  EXPECT_SHOWN("1e-10", added);
  EXPECT_SHOWN("23.03", -std::log(added));
  EXPECT_SHOWN("34.5", -std::log(1e-15));
  EXPECT_SHOWN("2.3133", std::log(std::exp(1.0) + std::exp(2.0)));
  EXPECT_SHOWN("0.3133", std::log(std::exp(-1.0) + std::exp(0.0)));
}

TEST(Pitfalls, NllBackward) {
  const nn::Vector logits = {2.0, 0.0};
  const nn::Vector gradient = tp1::backward_nll(logits, 0, 1.0);
  EXPECT_SHOWN("-0.1192", gradient(0));
  EXPECT_SHOWN("0.1192", gradient(1));
  const double above = 2.001;
  const double below = 1.999;
  EXPECT_SHOWN("2.001", above);
  EXPECT_SHOWN("1.999", below);
  EXPECT_SHOWN("0.002", above - below);
  EXPECT_SHOWN("-0.1192",
               (tp1::nll({above, 0.0}, 0) - tp1::nll({below, 0.0}, 0)) / (above - below));
  EXPECT_SHOWN("-0.3183", tp1::softmax(tp1::softmax(logits))(0) - 1.0);
  EXPECT_SHOWN("1", logits(0) - 1.0);
}

TEST(Pitfalls, Evaluation) {
  const nn::Vector logits = {0.1, 0.2, 0.0};
  EXPECT_SHOWN("0.1", logits(0));
  EXPECT_SHOWN("0.2", logits(1));
  EXPECT_EQ(argmax(logits), 1);
  EXPECT_SHOWN("0.37", tp1::softmax(logits)(1));
  EXPECT_SHOWN("0.67", 2.0 / 3.0);
}

TEST(Pitfalls, Sgd) {
  const double w = 1.0;
  const double gradient = 2.0;
  const double rate = 0.1;
  EXPECT_SHOWN("0.1", rate);
  EXPECT_SHOWN("0.8", w - rate * gradient);
  EXPECT_SHOWN("1.2", w + rate * gradient);
  EXPECT_SHOWN("0.98", w - rate * rate * gradient);
}

TEST(Pitfalls, SgdLoss) {
  const std::vector<double> first = {0.9, 0.6, 0.3};
  const std::vector<double> second = {0.3, 0.2, 0.1};
  EXPECT_SHOWN("0.9", first[0]);
  const double sum = std::accumulate(first.begin(), first.end(), 0.0);
  const double next = std::accumulate(second.begin(), second.end(), 0.0);
  EXPECT_SHOWN("0.6", sum / 3.0);
  EXPECT_SHOWN("0.2", next / 3.0);
  EXPECT_SHOWN("1.8", sum);
  EXPECT_SHOWN("0.6", next);
  EXPECT_SHOWN("0.8", (sum + next) / 3.0);
  EXPECT_SHOWN("0.3", first.back());
  EXPECT_SHOWN("0.1", second.back());
  EXPECT_SHOWN("2.3026", tp1::nll(nn::Vector::zeros(10), 0));
}

TEST(Pitfalls, KeepBestAndKeepLast) {
  const std::vector<double> dev = {0.75, 0.25, 0.5};
  EXPECT_SHOWN("0.75", dev[0]);
  EXPECT_SHOWN("0.25", dev[1]);
  EXPECT_SHOWN("0.5", dev[2]);
  EXPECT_EQ(std::max_element(dev.begin(), dev.end()), dev.begin());
  EXPECT_EQ(static_cast<int>(dev[0]), 0);
}

TEST(Pitfalls, TanhNode) {
  const double y = std::tanh(1.0);
  EXPECT_SHOWN("0.7616", y);
  EXPECT_SHOWN("0.4200", 1.0 - y * y);
  EXPECT_SHOWN("0.2384", 1.0 - y);
  EXPECT_SHOWN("0.5878", 1.0 - std::tanh(y) * std::tanh(y));
  const double above = 1.0001;
  const double below = 0.9999;
  EXPECT_SHOWN("0.0002", above - below);
  EXPECT_SHOWN("0.4200", (std::tanh(above) - std::tanh(below)) / (above - below));
}

TEST(Pitfalls, NllNode) {
  const tp2::Tensor logits(nn::Matrix{{2.0, 0.0}, {0.0, 0.0}}, true);
  const std::array<nn::Index, 2> gold = {0, 1};
  const tp2::Tensor loss = tp2::nll(logits, gold);
  loss.backward();
  EXPECT_SHOWN("0.1269", tp1::nll({2.0, 0.0}, 0));
  EXPECT_SHOWN("0.6931", tp1::nll({0.0, 0.0}, 1));
  EXPECT_SHOWN("0.4100", loss.data()(0, 0));
  EXPECT_SHOWN("-0.0596", logits.gradient()(0, 0));
  EXPECT_SHOWN("0.0596", logits.gradient()(1, 0));
  EXPECT_SHOWN("0.2500", logits.gradient()(0, 1));
  EXPECT_SHOWN("-0.2500", logits.gradient()(1, 1));
  const double mean_probability = (tp1::softmax({2.0, 0.0})(0) + tp1::softmax({0.0, 0.0})(1)) / 2.0;
  EXPECT_SHOWN("0.3705", -std::log(mean_probability));
}

TEST(Pitfalls, Initialisation) {
  const double weight = 0.5;
  const tp2::Tensor z(nn::Matrix{{weight}}, true);
  const tp2::Tensor y = tp2::tanh(z);
  y.backward();
  EXPECT_SHOWN("0.5", weight);
  EXPECT_SHOWN("0.4621", y.data()(0, 0));
  EXPECT_SHOWN("0.7864", z.gradient()(0, 0));
}

TEST(Pitfalls, Glorot) {
  const double fan_in = 200.0;
  const double fan_out = 60.0;
  const double limit = std::sqrt(6.0 / (fan_in + fan_out));
  EXPECT_SHOWN("0.1519", limit);
  EXPECT_SHOWN("0.0230769", 6.0 / (fan_in + fan_out));
  EXPECT_SHOWN("0.0231", 6.0 / (fan_in + fan_out));
  EXPECT_SHOWN("0.0094", std::sqrt(6.0) / (fan_in + fan_out));
  EXPECT_SHOWN("0.0877", limit / std::sqrt(3.0));
  EXPECT_SHOWN("0.2631", limit * std::sqrt(3.0));
  EXPECT_SHOWN("7.7479", std::sqrt(6.0 / fan_in + fan_out));
  EXPECT_SHOWN("0.1732", std::sqrt(6.0 / fan_in));
  EXPECT_SHOWN("0.3162", std::sqrt(6.0 / fan_out));
}

TEST(Pitfalls, Kaiming) {
  const double fan_in = 200.0;
  const double fan_out = 60.0;
  EXPECT_SHOWN("0.1732", std::sqrt(6.0 / fan_in));
  EXPECT_SHOWN("0.3162", std::sqrt(6.0 / fan_out));
  EXPECT_SHOWN("2", fan_in * 2.0 / fan_in);
  EXPECT_SHOWN("6.67", fan_in * 2.0 / fan_out);
  EXPECT_SHOWN("3.33", fan_in * 2.0 / fan_out / 2.0);
  EXPECT_SHOWN("0.0300", 6.0 / fan_in);
  EXPECT_SHOWN("0.1225", std::sqrt(3.0 / fan_in));
  EXPECT_SHOWN("0.2449", std::sqrt(2.0) * std::sqrt(6.0 / fan_in));
  EXPECT_SHOWN("0.0707", std::sqrt(1.0 / fan_in));
}

TEST(Pitfalls, BackwardPass) {
  const nn::Vector gradient = tp1::backward_nll({0.0, 0.0}, 0, 1.0);
  EXPECT_SHOWN("-0.5", gradient(0));
  EXPECT_SHOWN("0.5", gradient(1));
}

TEST(Pitfalls, Minibatch) {
  const double w = 1.0;
  const double rate = 0.5;
  EXPECT_SHOWN("0.5", rate);
  const double after_first = w - rate * (w - 0.0);
  EXPECT_SHOWN("0.5", after_first);
  EXPECT_SHOWN("2.25", after_first - rate * (after_first - 4.0));
  EXPECT_SHOWN("1.5", w - rate * ((w - 0.0) + (w - 4.0)) / 2.0);
  EXPECT_SHOWN("2", w - rate * ((w - 0.0) + (w - 4.0)));
}

TEST(Pitfalls, DeepNetwork) {
  // Logits within -1 and 1 favour a class most if it has 1 and the nine others -1.
  nn::Vector logits = nn::Vector::zeros(10) - 1.0;
  logits(0) = 1.0;
  EXPECT_SHOWN("0.451", tp1::softmax(logits)(0));
}

TEST(Pitfalls, IntegerDivision) {
  EXPECT_EQ(6 / 884, 0);
  EXPECT_SHOWN("0.0068", 6.0 / 884);
  EXPECT_EQ(46 / 50, 0);
  EXPECT_SHOWN("0.92", 46.0 / 50);
  const double g = -0.9;
  EXPECT_SHOWN("-0.9", g);
  EXPECT_EQ(static_cast<int>(g), 0);
  const std::vector<double> values = {0.4, 0.5, 0.6};
  EXPECT_SHOWN("0.4", values[0]);
  EXPECT_SHOWN("0.6", values[2]);
  int truncated = 0;
  for (const double value : values) truncated = static_cast<int>(truncated + value);
  EXPECT_EQ(truncated, 0);
  const double start = 0.0;
  EXPECT_SHOWN("0.0", start);
  EXPECT_SHOWN("1.5", std::accumulate(values.begin(), values.end(), start));
}

TEST(Pitfalls, FloatingPoint) {
  EXPECT_SHOWN("0.1000000015", static_cast<double>(0.1F));
  float sum = 0.0F;
  for (int i = 0; i < 60000; ++i) sum += 0.1F;
  EXPECT_SHOWN("6003.5", static_cast<double>(sum));
  EXPECT_EQ(1.0 - 1.0 / (1.0 + std::exp(-40.0)), 0.0);
  EXPECT_SHOWN("4.2e-18", std::exp(-40.0) / (1.0 + std::exp(-40.0)));
  const double rare = 1e-30;
  EXPECT_SHOWN("1e-30", rare);
  EXPECT_SHOWN("69.08", -std::log(rare));
}

}  // namespace

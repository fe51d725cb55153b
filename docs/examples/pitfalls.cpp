// Every number of the pitfalls, one test for each section that has some.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <string>
#include <vector>

#include "examples/shown.hpp"
#include "nn/dataset.hpp"
#include "nn/error.hpp"
#include "nn/matrix.hpp"
#include "nn/rng.hpp"
#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"
#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"
#include "tp2/activations.hpp"
#include "tp2/affine.hpp"
#include "tp2/deep_network.hpp"
#include "tp2/init.hpp"
#include "tp2/nll.hpp"
#include "tp2/parameter.hpp"
#include "tp2/tensor.hpp"

namespace {

double number(nn::Index count) { return static_cast<double>(count); }

/// Fans of the matrix that the grader has initialised: 60 x 200.
constexpr double kFanIn = 200.0;
constexpr double kFanOut = 60.0;

/// The numbers that a loop over i from 0 sees as long as `goes_on(i)` holds.
template <class Condition>
std::vector<int> seen_while(Condition goes_on) {
  std::vector<int> seen;
  for (int i = 0; goes_on(i); ++i) seen.push_back(i);
  return seen;
}

tp2::Tensor scaled(double factor, const tp2::Tensor& x) {
  tp2::Tensor y(factor * x.data());
  y.set_backward({x}, [x, factor](const nn::Matrix&, const nn::Matrix& g) {
    x.accumulate_gradient(factor * g);
  });
  return y;
}

/// When a training loop forgets gradients.
enum class Clearing { kBeforeEach, kNever, kOnceAnEpoch, kBeforeTheStep };

/// What the three steps of an epoch find, if the samples have the gradients 2, 3 and 4.
nn::Vector found_by_steps(Clearing clearing) {
  const nn::Vector gradients = {2.0, 3.0, 4.0};
  const tp2::Parameter w("w", 1, 1);
  if (clearing == Clearing::kOnceAnEpoch) w.zero_grad();
  nn::Vector found(gradients.size());
  for (nn::Index i = 0; i < gradients.size(); ++i) {
    if (clearing == Clearing::kBeforeEach) w.zero_grad();
    w.accumulate_gradient(nn::Matrix{{gradients(i)}});
    if (clearing == Clearing::kBeforeTheStep) w.zero_grad();
    found(i) = w.has_gradient() ? w.gradient()(0, 0) : 0.0;
  }
  return found;
}

TEST(Pitfalls, AffineBackward) {
  const nn::Matrix W = {{0.5, -1.0}, {2.0, 0.25}};
  const nn::Vector b = {0.0, 1.0};
  const nn::Vector x = {2.0, 3.0};
  const nn::Vector g = {1.0, -1.0};
  EXPECT_SHOWN("2", x(0));
  EXPECT_SHOWN("3", x(1));
  EXPECT_SHOWN("1", g(0));
  EXPECT_SHOWN("-1", g(1));
  const tp1::AffineGradient gradient = tp1::backward_affine_transform(W, b, x, g);
  EXPECT_SHOWN("2", gradient.W(0, 0));
  EXPECT_SHOWN("3", gradient.W(0, 1));
  EXPECT_SHOWN("-2", gradient.W(1, 0));
  EXPECT_SHOWN("-3", gradient.W(1, 1));
  EXPECT_SHOWN("1", gradient.b(0));
  EXPECT_SHOWN("-1", gradient.b(1));

  // Two samples with one input and one output.
  const tp2::Tensor weight(nn::Matrix{{0.5}}, true);
  const tp2::Tensor bias(nn::Matrix{{0.0}}, true);
  const tp2::Tensor y = tp2::affine_transform(weight, bias, tp2::Tensor(nn::Matrix{{2.0, 3.0}}));
  y.backward(nn::Matrix{{1.0, 10.0}});
  EXPECT_SHOWN("32", weight.gradient()(0, 0));
  EXPECT_SHOWN("11", bias.gradient()(0, 0));

  // The slope of L = g y in W(1, 0), by moving this entry.
  const double nudge = 0.001;
  EXPECT_SHOWN("0.001", nudge);
  nn::Matrix moved = W;
  moved(1, 0) += nudge;
  const nn::Vector change = tp1::affine_transform(moved, b, x) - tp1::affine_transform(W, b, x);
  EXPECT_NEAR(dot(g, change) / nudge, gradient.W(1, 0), 1e-9);
}

TEST(Pitfalls, UpstreamGradient) {
  // y = x^2 and L = -2 y.
  const double x = 3.0;
  const double slope = 2.0 * x;
  const double g = -2.0;
  EXPECT_SHOWN("6", slope);
  EXPECT_SHOWN("-2", g);
  EXPECT_SHOWN("-12", slope * g);
  EXPECT_SHOWN("6", slope);
  EXPECT_SHOWN("24", slope * g * g);
  EXPECT_SHOWN("4", slope + g);
  EXPECT_SHOWN("12", slope * std::abs(g));
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
  EXPECT_SHOWN("1", e(1) / nn::max(e));
}

TEST(Pitfalls, SoftmaxShift) {
  EXPECT_SHOWN("709.78", std::log(std::numeric_limits<double>::max()));
  EXPECT_GT(std::exp(-745.0), 0.0);
  EXPECT_EQ(std::exp(-746.0), 0.0);
  const nn::Vector logits = {1000.0, 1001.0};
  const nn::Vector shifted = logits - 1001.0;
  EXPECT_SHOWN("-1", shifted(0));
  EXPECT_SHOWN("0", shifted(1));
  const nn::Vector e = exp(shifted);
  EXPECT_SHOWN("0.368", e(0));
  EXPECT_SHOWN("1", e(1));
  EXPECT_SHOWN("1.368", nn::sum(e));
  EXPECT_SHOWN("0.269", tp1::softmax(logits)(0));
  EXPECT_SHOWN("0.731", tp1::softmax(logits)(1));
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
  // What else is often added: 1e-15, or the least number of full precision.
  EXPECT_SHOWN("34.5", -std::log(1e-15));
  EXPECT_SHOWN("708", -std::log(std::numeric_limits<double>::min()));
  const nn::Vector logits = {1.0, 2.0};
  EXPECT_SHOWN("2", nn::max(logits));
  EXPECT_SHOWN("2.3133", std::log(nn::sum(exp(logits))));
  EXPECT_SHOWN("0.3133", std::log(nn::sum(exp(logits - nn::max(logits)))));
  EXPECT_SHOWN("1000", tp1::nll({0.0, 1000.0}, 0));
  EXPECT_SHOWN("0", tp1::nll({0.0, 1000.0}, 1));
}

TEST(Pitfalls, NllBackward) {
  const nn::Vector logits = {2.0, 0.0};
  const nn::Vector p = tp1::softmax(logits);
  const nn::Vector gradient = tp1::backward_nll(logits, 0, 1.0);
  EXPECT_SHOWN("0.8808", p(0));
  EXPECT_SHOWN("0.1192", p(1));
  EXPECT_SHOWN("1", (p - gradient)(0));
  EXPECT_SHOWN("0", (p - gradient)(1));
  EXPECT_SHOWN("-0.1192", gradient(0));
  EXPECT_SHOWN("0.1192", gradient(1));
  const double above = 2.001;
  const double below = 1.999;
  EXPECT_SHOWN("2.001", above);
  EXPECT_SHOWN("1.999", below);
  EXPECT_SHOWN("0.002", above - below);
  EXPECT_SHOWN("-0.1192",
               (tp1::nll({above, 0.0}, 0) - tp1::nll({below, 0.0}, 0)) / (above - below));
  EXPECT_SHOWN("-0.3183", tp1::softmax(p)(0) - 1.0);
  EXPECT_SHOWN("1", logits(0) - 1.0);
}

TEST(Pitfalls, Evaluation) {
  const nn::Vector logits = {0.1, 0.2, 0.0};
  EXPECT_SHOWN("0.1", logits(0));
  EXPECT_SHOWN("0.2", logits(1));
  EXPECT_EQ(argmax(logits), 1);
  EXPECT_SHOWN("0.37", tp1::softmax(logits)(1));
  EXPECT_EQ(argmax(nn::Vector{-3.0, -1.0, -2.0}), 1);
  // White is class 0, black is class 1: two of three are right.
  const tp1::LinearClassifier model = {{{1.0}, {0.0}}, {0.0, 0.5}};
  const nn::Dataset data({255, 0, 255}, {0, 1, 1}, /*rows=*/1, /*cols=*/1, /*n_classes=*/2);
  const double accuracy = tp1::evaluate(model, data);
  EXPECT_EQ(accuracy, 2.0 / 3.0);
  EXPECT_SHOWN("67", 100.0 * accuracy);
  EXPECT_SHOWN("0.67", accuracy);
}

TEST(Pitfalls, Sgd) {
  const double w = 1.0;
  const double gradient = 2.0;
  const double rate = 0.1;
  EXPECT_SHOWN("1", w);
  EXPECT_SHOWN("2", gradient);
  EXPECT_SHOWN("0.1", rate);
  EXPECT_SHOWN("0.8", w - rate * gradient);
  EXPECT_SHOWN("1.2", w + rate * gradient);
  EXPECT_SHOWN("-1", w - gradient);
  EXPECT_SHOWN("0.98", w - rate * rate * gradient);
}

TEST(Pitfalls, SgdLoss) {
  const nn::Vector first = {0.9, 0.6, 0.3};
  const nn::Vector second = {0.3, 0.2, 0.1};
  EXPECT_SHOWN("0.9", first(0));
  EXPECT_SHOWN("0.6", first(1));
  EXPECT_SHOWN("0.3", second(0));
  EXPECT_SHOWN("0.2", second(1));
  EXPECT_SHOWN("0.6", nn::mean(first));
  EXPECT_SHOWN("0.2", nn::mean(second));
  EXPECT_SHOWN("1.8", nn::sum(first));
  EXPECT_SHOWN("0.6", nn::sum(second));
  const double three = number(first.size());
  EXPECT_SHOWN("0.6", nn::sum(first) / three);
  EXPECT_SHOWN("0.8", (nn::sum(first) + nn::sum(second)) / three);
  EXPECT_SHOWN("0.3", first(2));
  EXPECT_SHOWN("0.1", second(2));
  EXPECT_SHOWN("2.3026", tp1::nll(nn::Vector::zeros(10), 0));
}

TEST(Pitfalls, SgdShuffle) {
  // The part of n samples that n draws leave out, and its limit.
  const double n = 60000.0;
  EXPECT_SHOWN("37", 100.0 * std::pow(1.0 - 1.0 / n, n));
  EXPECT_SHOWN("37", 100.0 * std::exp(-1.0));
}

TEST(Pitfalls, KeepBest) {
  const std::vector<double> dev = {0.75, 0.25, 0.5};
  EXPECT_SHOWN("0.75", dev[0]);
  EXPECT_SHOWN("0.25", dev[1]);
  EXPECT_SHOWN("0.5", dev[2]);
  EXPECT_EQ(std::max_element(dev.begin(), dev.end()), dev.begin());
  EXPECT_GT(dev[2], dev[1]);  // better than the last epoch, not than the best
  EXPECT_SHOWN("0", static_cast<int>(dev[0]));

  int model = 1;
  int& same = model;
  const int copy = model;
  model = 2;
  EXPECT_SHOWN("2", same);
  EXPECT_SHOWN("1", copy);
}

TEST(Pitfalls, TanhNode) {
  const double x = 1.0;
  const tp2::Tensor input(nn::Matrix{{x}}, true);
  const tp2::Tensor output = tp2::tanh(input);
  output.backward();
  const double y = output.data()(0, 0);
  EXPECT_SHOWN("0.7616", y);
  EXPECT_SHOWN("0.4200", input.gradient()(0, 0));
  EXPECT_SHOWN("0.4200", 1.0 - y * y);
  EXPECT_SHOWN("0.2384", 1.0 - y);
  EXPECT_SHOWN("0", 1.0 - x * x);
  EXPECT_SHOWN("0.5878", 1.0 - std::tanh(y) * std::tanh(y));
  const double above = 1.0001;
  const double below = 0.9999;
  EXPECT_SHOWN("0.0002", above - below);
  EXPECT_SHOWN("0.4200", (std::tanh(above) - std::tanh(below)) / (above - below));
  EXPECT_TRUE(std::isinf(std::exp(710.0)));
}

TEST(Pitfalls, AffineNode) {
  const nn::Matrix W = {{1.0, 2.0}};
  const nn::Matrix b = {{10.0}};
  const nn::Matrix x = {{1.0, 2.0}, {1.0, 0.0}};
  EXPECT_SHOWN("1", W(0, 0));
  EXPECT_SHOWN("2", W(0, 1));
  EXPECT_SHOWN("10", b(0, 0));
  EXPECT_SHOWN("1", x(0, 0));
  EXPECT_SHOWN("2", x(0, 1));
  EXPECT_SHOWN("1", x(1, 0));
  EXPECT_SHOWN("0", x(1, 1));
  const nn::Matrix y = tp2::affine_transform(tp2::Tensor(W), tp2::Tensor(b), tp2::Tensor(x)).data();
  EXPECT_SHOWN("13", y(0, 0));
  EXPECT_SHOWN("12", y(0, 1));
  const nn::Matrix stored = {{1.0, 2.0}, {3.0, 4.0}};
  EXPECT_EQ(std::vector<double>(stored.begin(), stored.end()),
            (std::vector<double>{1.0, 3.0, 2.0, 4.0}));
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

TEST(Pitfalls, ComputationGraph) {
  const tp2::Tensor x(nn::Matrix{{1.0}}, true);
  scaled(2.0, x).backward();
  EXPECT_SHOWN("2", x.gradient()(0, 0));
  scaled(3.0, x).backward();
  EXPECT_SHOWN("5", x.gradient()(0, 0));
  x.zero_grad();
  scaled(3.0, x).backward();
  EXPECT_SHOWN("3", x.gradient()(0, 0));
}

TEST(Pitfalls, Captures) {
  // A function that multiplies what it has stored, here the slope 1.
  double stored = 1.0;
  const auto backward = [&stored](double g) { return stored *= g; };
  EXPECT_SHOWN("2", backward(2.0));
  EXPECT_SHOWN("6", backward(3.0));
}

TEST(Pitfalls, Handles) {
  std::vector<int> v = {1, 2, 3};
  for (int e : v) {
    e = 7;
    EXPECT_SHOWN("7", e);
  }
  EXPECT_SHOWN("1", v[0]);
  EXPECT_SHOWN("2", v[1]);
  EXPECT_SHOWN("3", v[2]);
  for (int& e : v) e = 7;
  EXPECT_SHOWN("7", v[0]);
  EXPECT_SHOWN("7", v[1]);
  EXPECT_SHOWN("7", v[2]);
}

TEST(Pitfalls, ParameterHandles) {
  tp2::Parameter p("p", 1, 1);
  p.data()(0, 0) = 1.0;
  nn::Matrix A = p.data();
  A -= nn::Matrix{{1.0}};
  EXPECT_SHOWN("0", A(0, 0));
  EXPECT_SHOWN("1", p.data()(0, 0));
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
  tp2::Parameter W("W", 60, 200);
  nn::Rng rng(1);
  tp2::glorot_init(W, rng);
  EXPECT_EQ(number(W.data().cols()), kFanIn);
  EXPECT_EQ(number(W.data().rows()), kFanOut);
  const double limit = std::sqrt(6.0 / (kFanIn + kFanOut));
  EXPECT_SHOWN("0.1519", limit);
  EXPECT_NEAR(nn::max(W.data()), limit, 0.001);
  EXPECT_NEAR(nn::min(W.data()), -limit, 0.001);
  EXPECT_SHOWN("0.0230769", 6.0 / (kFanIn + kFanOut));
  EXPECT_SHOWN("0.0231", 6.0 / (kFanIn + kFanOut));
  EXPECT_SHOWN("0.0094", std::sqrt(6.0) / (kFanIn + kFanOut));
  EXPECT_SHOWN("0.0877", limit / std::sqrt(3.0));
  EXPECT_SHOWN("0.2631", limit * std::sqrt(3.0));
  EXPECT_SHOWN("7.7479", std::sqrt(6.0 / kFanIn + kFanOut));
  EXPECT_SHOWN("0.1732", std::sqrt(6.0 / kFanIn));
  EXPECT_SHOWN("0.3162", std::sqrt(6.0 / kFanOut));
}

TEST(Pitfalls, Kaiming) {
  tp2::Parameter W("W", 60, 200);
  nn::Rng rng(1);
  tp2::kaiming_init(W, rng);
  EXPECT_SHOWN("200", number(W.data().cols()));
  EXPECT_SHOWN("60", number(W.data().rows()));
  const double limit = std::sqrt(6.0 / kFanIn);
  EXPECT_SHOWN("0.1732", limit);
  EXPECT_NEAR(nn::max(W.data()), limit, 0.001);
  EXPECT_NEAR(nn::min(W.data()), -limit, 0.001);
  EXPECT_SHOWN("0.3162", std::sqrt(6.0 / kFanOut));
  // A sum of fan-in products, the variance of a weight once 2 / fan-in and once 2 / fan-out.
  EXPECT_SHOWN("2", kFanIn * 2.0 / kFanIn);
  EXPECT_SHOWN("1", kFanIn * 2.0 / kFanIn / 2.0);
  EXPECT_SHOWN("6.67", kFanIn * 2.0 / kFanOut);
  EXPECT_SHOWN("3.33", kFanIn * 2.0 / kFanOut / 2.0);
  EXPECT_SHOWN("0.0300", 6.0 / kFanIn);
  EXPECT_SHOWN("0.1225", std::sqrt(3.0 / kFanIn));
  EXPECT_SHOWN("0.2449", std::sqrt(2.0) * limit);
  EXPECT_SHOWN("0.0707", std::sqrt(1.0 / kFanIn));
}

TEST(Pitfalls, ZeroGrad) {
  const nn::Vector each = found_by_steps(Clearing::kBeforeEach);
  EXPECT_SHOWN("2", each(0));
  EXPECT_SHOWN("3", each(1));
  EXPECT_SHOWN("4", each(2));
  const nn::Vector never = found_by_steps(Clearing::kNever);
  EXPECT_SHOWN("2", never(0));
  EXPECT_SHOWN("5", never(1));
  EXPECT_SHOWN("9", never(2));
  const nn::Vector once = found_by_steps(Clearing::kOnceAnEpoch);
  EXPECT_SHOWN("2", once(0));
  EXPECT_SHOWN("5", once(1));
  EXPECT_SHOWN("9", once(2));
  const nn::Vector too_late = found_by_steps(Clearing::kBeforeTheStep);
  EXPECT_SHOWN("0", too_late(0));
  EXPECT_SHOWN("0", too_late(1));
  EXPECT_SHOWN("0", too_late(2));
}

TEST(Pitfalls, BackwardPass) {
  // The gradient of the last bias, where the logits are (0, 0).
  const tp2::Tensor W(nn::Matrix::zeros(2, 1));
  const tp2::Tensor b(nn::Matrix::zeros(2, 1), true);
  const tp2::Tensor logits = tp2::affine_transform(W, b, tp2::Tensor(nn::Matrix{{1.0}}));
  tp2::nll(logits, 0).backward();
  EXPECT_SHOWN("-0.5", b.gradient()(0, 0));
  EXPECT_SHOWN("0.5", b.gradient()(1, 0));
  b.zero_grad();
  logits.backward(nn::Matrix{{1.0}, {1.0}});
  EXPECT_SHOWN("1", b.gradient()(0, 0));
  EXPECT_SHOWN("1", b.gradient()(1, 0));
}

TEST(Pitfalls, Minibatch) {
  const double w = 1.0;
  const double rate = 0.5;
  EXPECT_SHOWN("1", w);
  EXPECT_SHOWN("0.5", rate);
  const double after_first = w - rate * (w - 0.0);
  EXPECT_SHOWN("0.5", after_first);
  EXPECT_SHOWN("2.25", after_first - rate * (after_first - 4.0));
  EXPECT_SHOWN("1.5", w - rate * ((w - 0.0) + (w - 4.0)) / 2.0);
  EXPECT_SHOWN("2", w - rate * ((w - 0.0) + (w - 4.0)));
}

TEST(Pitfalls, KeepLast) {
  const nn::Vector dev = {0.75, 0.25, 0.5};
  EXPECT_SHOWN("0.75", dev(0));
  EXPECT_SHOWN("0.25", dev(1));
  EXPECT_SHOWN("0.5", dev(2));
  // Epochs are counted from 1.
  EXPECT_SHOWN("1", number(argmax(dev) + 1));
  EXPECT_SHOWN("3", number(dev.size()));
}

TEST(Pitfalls, DeepNetwork) {
  const tp2::DeepNetwork network(784, 10, 100, 2, tp2::Activation::kTanh);
  const std::vector<tp2::Parameter> p = network.parameters();
  ASSERT_EQ(p.size(), 6U);
  EXPECT_EQ(p[0].name(), "W0");
  EXPECT_SHOWN("100", number(p[0].data().rows()));
  EXPECT_SHOWN("784", number(p[0].data().cols()));
  EXPECT_EQ(p[1].name(), "b0");
  EXPECT_SHOWN("100", number(p[1].data().rows()));
  EXPECT_SHOWN("1", number(p[1].data().cols()));
  EXPECT_EQ(p[2].name(), "W1");
  EXPECT_SHOWN("100", number(p[2].data().rows()));
  EXPECT_SHOWN("100", number(p[2].data().cols()));
  EXPECT_EQ(p[3].name(), "b1");
  EXPECT_SHOWN("100", number(p[3].data().rows()));
  EXPECT_SHOWN("1", number(p[3].data().cols()));
  EXPECT_EQ(p[4].name(), "output_W");
  EXPECT_SHOWN("10", number(p[4].data().rows()));
  EXPECT_SHOWN("100", number(p[4].data().cols()));
  EXPECT_EQ(p[5].name(), "output_b");
  EXPECT_SHOWN("10", number(p[5].data().rows()));
  EXPECT_SHOWN("1", number(p[5].data().cols()));
  const tp2::DeepNetwork linear(784, 10, 100, 0, tp2::Activation::kTanh);
  EXPECT_SHOWN("784", number(linear.parameters()[0].data().cols()));

  // Logits within -1 and 1 favour a class most if it has 1 and the nine others -1.
  nn::Vector logits = nn::Vector::zeros(10) - 1.0;
  logits(0) = 1.0;
  EXPECT_SHOWN("0.451", tp1::softmax(logits)(0));
}

TEST(Pitfalls, ArrayBounds) {
  const int n = 3;
  const std::vector<int> right = seen_while([](int i) { return i < n; });
  ASSERT_EQ(right.size(), 3U);
  EXPECT_SHOWN("0", right[0]);
  EXPECT_SHOWN("1", right[1]);
  EXPECT_SHOWN("2", right[2]);
  const std::vector<int> too_many = seen_while([](int i) { return i <= n; });
  ASSERT_EQ(too_many.size(), 4U);
  EXPECT_SHOWN("0", too_many[0]);
  EXPECT_SHOWN("1", too_many[1]);
  EXPECT_SHOWN("2", too_many[2]);
  EXPECT_SHOWN("3", too_many[3]);
  const std::vector<int> too_few = seen_while([](int i) { return i < n - 1; });
  ASSERT_EQ(too_few.size(), 2U);
  EXPECT_SHOWN("0", too_few[0]);
  EXPECT_SHOWN("1", too_few[1]);

  std::size_t below = 0;
  --below;
  EXPECT_EQ(std::to_string(below), "18446744073709551615");
  std::string message;
  try {
    const nn::Vector x = {1.0, 2.0, 3.0};
    EXPECT_EQ(x(3), 0.0);
  } catch (const nn::IndexError& error) {
    message = error.what();
  }
  EXPECT_NE(message.find("entry 3 of a vector: its 3 entries are numbered from 0 to 2"),
            std::string::npos)
      << message;
}

TEST(Pitfalls, IntegerDivision) {
  const int numerator = 6;
  const int fans = 884;
  EXPECT_SHOWN("6", numerator);
  EXPECT_SHOWN("884", fans);
  const int limit = numerator / fans;
  EXPECT_SHOWN("0", limit);
  EXPECT_SHOWN("0.0068", 6.0 / fans);
  const int n_right = 46;
  const int n_samples = 50;
  EXPECT_SHOWN("46", n_right);
  EXPECT_SHOWN("50", n_samples);
  const int whole_share = n_right / n_samples;
  EXPECT_SHOWN("0", whole_share);
  const double share = 46.0 / n_samples;
  EXPECT_SHOWN("0.92", share);
  EXPECT_SHOWN("0", static_cast<int>(share));
  const double g = -0.9;
  EXPECT_SHOWN("-0.9", g);
  EXPECT_SHOWN("0", static_cast<int>(g));
  const std::vector<double> values = {0.4, 0.5, 0.6};
  EXPECT_SHOWN("0.4", values[0]);
  EXPECT_SHOWN("0.5", values[1]);
  EXPECT_SHOWN("0.6", values[2]);
  // As std::accumulate does, starting from the int 0.
  int truncated = 0;
  for (const double value : values) truncated = static_cast<int>(truncated + value);
  EXPECT_SHOWN("0", truncated);
  EXPECT_SHOWN("1.5", std::accumulate(values.begin(), values.end(), 0.0));
}

TEST(Pitfalls, FloatingPoint) {
  const float tenth = 0.1F;
  const int times = 60000;
  EXPECT_SHOWN("0.1000000015", static_cast<double>(tenth));
  float sum = 0.0F;
  for (int i = 0; i < times; ++i) sum += tenth;
  EXPECT_SHOWN("60000", times);
  EXPECT_SHOWN("6003.5", static_cast<double>(sum));
  EXPECT_SHOWN("6000", times * 0.1);
  const double x = -40.0;
  EXPECT_SHOWN("-40", x);
  EXPECT_SHOWN("0", 1.0 - 1.0 / (1.0 + std::exp(x)));
  EXPECT_EQ(1.0 - 1.0 / (1.0 + std::exp(x)), 0.0);
  EXPECT_SHOWN("4.2e-18", std::exp(x) / (1.0 + std::exp(x)));
  EXPECT_SHOWN("2147483647", std::numeric_limits<int>::max());
  const double rare = 1e-30;
  const double added = 1e-10;
  EXPECT_SHOWN("1e-30", rare);
  EXPECT_SHOWN("69.08", -std::log(rare));
  EXPECT_SHOWN("1e-10", added);
  EXPECT_LT(-std::log(rare + added), 24.0);
}

TEST(Pitfalls, UnwrittenEntries) {
  const nn::Vector x(3);
  EXPECT_TRUE(std::isnan(x(0) + 1.0));
  EXPECT_TRUE(std::isnan(x(0) * 0.0));
  const double first = x(0);
  const double second = x(1);
  EXPECT_FALSE(first == second);
}

TEST(Pitfalls, PureFunctions) {
  // What is outside of the function outlives its calls, as a static variable does.
  double sum = 0.0;
  EXPECT_SHOWN("0.0", sum);
  const auto call = [&sum] {
    for (const double x : {1.0, 2.0}) sum += x;
    return sum;
  };
  EXPECT_SHOWN("3", call());
  EXPECT_SHOWN("6", call());
}

TEST(Pitfalls, CppErrors) {
  int i = 0;
  const int condition = (i = 3);
  EXPECT_SHOWN("3", i);
  EXPECT_NE(condition, 0);
}

}  // namespace

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

#include "examples/shown.hpp"
#include "nn/matrix.hpp"
#include "nn/rng.hpp"
#include "tp2/activations.hpp"
#include "tp2/affine.hpp"
#include "tp2/deep_network.hpp"
#include "tp2/init.hpp"
#include "tp2/network.hpp"
#include "tp2/nll.hpp"
#include "tp2/sgd.hpp"

namespace {

double mean_square(const nn::Matrix& A) { return nn::mean(nn::square(A)); }

double number(nn::Index count) { return static_cast<double>(count); }

nn::Matrix drawn(nn::Index rows, nn::Index cols, double limit, nn::Rng& rng) {
  nn::Matrix A(rows, cols);
  for (double& entry : A) entry = rng.uniform(-limit, limit);
  return A;
}

/// Entries whose mean square is 1, as l^2 / 3 is for l = sqrt(3).
nn::Matrix of_mean_square_one(nn::Index rows, nn::Index cols, nn::Rng& rng) {
  return drawn(rows, cols, std::sqrt(3.0), rng);
}

// ---------------------------------------------------------------------------------------------
// Why units must differ: two inputs, two tanh units, two classes.

constexpr int kSteps = 100;
constexpr double kLearningRate = 0.1;

void train_on_two_samples(tp2::DeepNetwork& network, int steps = kSteps) {
  const std::vector<tp2::Tensor> samples = {tp2::Tensor({{1.0}, {0.0}}),
                                            tp2::Tensor({{0.0}, {1.0}})};
  tp2::SGD optimizer(network, kLearningRate);
  for (int i = 0; i < steps; ++i) {
    const int k = i % 2;
    optimizer.zero_grad();
    tp2::nll(network.forward(samples[static_cast<std::size_t>(k)]), nn::Index{k}).backward();
    optimizer.step();
  }
}

/// All weights the same number, all biases 0.
void start_alike(const tp2::DeepNetwork& network, double weight) {
  for (tp2::Parameter& p : network.parameters()) {
    const double value = p.data().cols() == 1 ? 0.0 : weight;
    std::fill(p.data().begin(), p.data().end(), value);
  }
}

TEST(Init, ZeroWeightsNeverMove) {
  tp2::DeepNetwork network(2, 2, 2, 1, tp2::Activation::kTanh);
  start_alike(network, 0.0);
  train_on_two_samples(network);
  const std::vector<tp2::Parameter> p = network.parameters();
  EXPECT_SHOWN("0.1", kLearningRate);
  for (const double w : p[0].data()) EXPECT_EQ(w, 0.0);
  EXPECT_SHOWN("0.00", p[0].data()(0, 0));
  for (const double b : p[1].data()) EXPECT_EQ(b, 0.0);
  for (const double w : p[2].data()) EXPECT_EQ(w, 0.0);
  EXPECT_NE(p[3].data()(0, 0), 0.0);  // output_b alone has moved
}

TEST(Init, EqualUnitsStayAlike) {
  constexpr double start = 0.5;
  tp2::DeepNetwork network(2, 2, 2, 1, tp2::Activation::kTanh);
  start_alike(network, start);
  train_on_two_samples(network);
  const std::vector<tp2::Parameter> parameters = network.parameters();
  const nn::Matrix& W0 = parameters[0].data();
  EXPECT_SHOWN("0.5", start);
  EXPECT_SHOWN("0.50", start);
  EXPECT_SHOWN("0.55", W0(0, 0));
  EXPECT_SHOWN("0.34", W0(0, 1));
  EXPECT_EQ(W0(0, 0), W0(1, 0));
  EXPECT_EQ(W0(0, 1), W0(1, 1));
  const nn::Matrix& output_W = parameters[2].data();
  EXPECT_EQ(output_W(0, 0), output_W(0, 1));
  EXPECT_EQ(output_W(1, 0), output_W(1, 1));
}

/// The rows of output_W are equal, and the entries of g add up to 0.
TEST(Init, EqualOutputsHoldTheHiddenLayerForOneStep) {
  tp2::DeepNetwork network(2, 2, 2, 1, tp2::Activation::kTanh);
  start_alike(network, 0.5);
  train_on_two_samples(network, 1);
  const std::vector<tp2::Parameter> parameters = network.parameters();
  for (const double w : parameters[0].data()) EXPECT_EQ(w, 0.5);
  for (const double b : parameters[1].data()) EXPECT_EQ(b, 0.0);
  EXPECT_NE(parameters[2].data()(0, 0), 0.5);
  train_on_two_samples(network, 2);
  EXPECT_NE(parameters[0].data()(0, 0), 0.5);
}

TEST(Init, DrawnUnitsGoTheirOwnWay) {
  tp2::DeepNetwork network(2, 2, 2, 1, tp2::Activation::kTanh);
  nn::Rng rng(1);
  network.init_parameters(rng);
  const std::vector<tp2::Parameter> parameters = network.parameters();
  const nn::Matrix& W0 = parameters[0].data();
  EXPECT_SHOWN("0.50", W0(0, 0));
  EXPECT_SHOWN("0.18", W0(0, 1));
  EXPECT_SHOWN("0.05", W0(1, 0));
  EXPECT_SHOWN("-0.27", W0(1, 1));
  train_on_two_samples(network);
  EXPECT_SHOWN("1.39", W0(0, 0));
  EXPECT_SHOWN("-0.93", W0(0, 1));
  EXPECT_SHOWN("-0.53", W0(1, 0));
  EXPECT_SHOWN("0.35", W0(1, 1));
}

// ---------------------------------------------------------------------------------------------
// The derivation.

TEST(Init, AFactorForEachLayer) {
  constexpr int layers = 10;
  EXPECT_SHOWN("9.5", std::pow(0.25, layers) * 1e7);
  EXPECT_EQ(std::pow(4.0, layers), 1048576.0);
  EXPECT_EQ(std::pow(0.5, layers), 1.0 / 1024.0);
}

TEST(Init, VarianceOfTheUniformDistribution) {
  nn::Rng rng(10);
  const double limit = 2.0;
  EXPECT_NEAR(mean_square(drawn(1, 200000, limit, rng)), limit * limit / 3.0, 0.01);
}

/// The mean square after some square layers of tanh, each drawn by Glorot's rule; 1 before.
double after_tanh_layers(int layers, nn::Index width) {
  constexpr int networks = 10;
  nn::Rng rng(3);
  double mean = 0.0;
  for (int network = 0; network < networks; ++network) {
    nn::Matrix h = of_mean_square_one(width, 20, rng);
    for (int l = 0; l < layers; ++l) {
      tp2::Parameter W("W", width, width);
      tp2::glorot_init(W, rng);
      h = nn::tanh(W.data() * h);
    }
    mean += mean_square(h) / networks;
  }
  return mean;
}

TEST(Init, TanhIsNotQuiteTheIdentity) { EXPECT_SHOWN("0.05", after_tanh_layers(10, 100)); }

// ---------------------------------------------------------------------------------------------
// With numbers: W is 4 x 3.

TEST(Init, LimitsOfASmallLayer) {
  const tp2::Parameter W("W", 4, 3);
  const double fan_out = number(W.data().rows());
  const double fan_in = number(W.data().cols());
  EXPECT_SHOWN("4", fan_out);
  EXPECT_SHOWN("3", fan_in);

  const double glorot = 2.0 / (fan_in + fan_out);
  EXPECT_SHOWN("2", glorot * (fan_in + fan_out));
  EXPECT_SHOWN("7", fan_in + fan_out);
  EXPECT_SHOWN("0.286", glorot);
  EXPECT_SHOWN("0.926", std::sqrt(3.0 * glorot));
  EXPECT_SHOWN("0.926", std::sqrt(6.0 / (fan_in + fan_out)));
  EXPECT_SHOWN("0.857", fan_in * glorot);
  EXPECT_SHOWN("1.143", fan_out * glorot);
  EXPECT_DOUBLE_EQ(fan_in * glorot + fan_out * glorot, 2.0);

  const double kaiming = 2.0 / fan_in;
  EXPECT_SHOWN("0.667", kaiming);
  EXPECT_SHOWN("1.414", std::sqrt(6.0 / fan_in));
  EXPECT_SHOWN("2", fan_in * kaiming);
  EXPECT_SHOWN("2.667", fan_out * kaiming);

  const double by_fan_out = 2.0 / fan_out;
  EXPECT_SHOWN("0.500", by_fan_out);
  EXPECT_SHOWN("1.225", std::sqrt(6.0 / fan_out));
  EXPECT_SHOWN("1.500", fan_in * by_fan_out);
  EXPECT_SHOWN("2", fan_out * by_fan_out);
}

TEST(Init, InitialisersReachTheseLimits) {
  nn::Rng rng(2);
  double glorot = 0.0;
  double kaiming = 0.0;
  for (int i = 0; i < 2000; ++i) {
    tp2::Parameter W("W", 4, 3);
    tp2::glorot_init(W, rng);
    glorot = std::max(glorot, nn::max(nn::abs(W.data())));
    tp2::kaiming_init(W, rng);
    kaiming = std::max(kaiming, nn::max(nn::abs(W.data())));
  }
  EXPECT_SHOWN("0.926", glorot);
  EXPECT_SHOWN("1.414", kaiming);
}

TEST(Init, OneSampleThroughManyDraws) {
  const nn::Matrix x = {{1.0}, {-2.0}, {2.0}};
  EXPECT_SHOWN("1", x(0, 0));
  EXPECT_SHOWN("-2", x(1, 0));
  EXPECT_SHOWN("2", x(2, 0));
  EXPECT_SHOWN("9", nn::sum(nn::square(x)));
  EXPECT_SHOWN("3", mean_square(x));
  EXPECT_SHOWN("6", 2.0 / 3.0 * nn::sum(nn::square(x)));  // v times the sum of squares
  EXPECT_SHOWN("3", 2.0 / 3.0 * nn::sum(nn::square(x)) / 2.0);

  constexpr int draws = 25000;
  nn::Rng rng(3);
  double before = 0.0;
  double after = 0.0;
  for (int i = 0; i < draws; ++i) {
    tp2::Parameter W("W", 4, 3);
    tp2::kaiming_init(W, rng);
    const nn::Matrix z = W.data() * x;
    before += mean_square(z) / draws;
    after += mean_square(nn::maximum(z, 0.0)) / draws;
  }
  EXPECT_SHOWN("100000", draws * 4);  // units
  EXPECT_SHOWN("6.0", before);
  EXPECT_SHOWN("3.0", after);
}

// ---------------------------------------------------------------------------------------------
// Fan-in or fan-out, measured on a layer with ReLU whose W is 60 x 200.

constexpr nn::Index kOut = 60;
constexpr nn::Index kIn = 200;

struct Factors {
  double forward = 0.0;   ///< mean square after ReLU over that of x
  double backward = 0.0;  ///< mean square of the gradient of x over that of g
};

Factors measured(const std::function<void(tp2::Parameter&, nn::Rng&)>& init) {
  constexpr int draws = 150;
  constexpr nn::Index samples = 30;
  nn::Rng rng(4711);
  Factors mean;
  for (int i = 0; i < draws; ++i) {
    tp2::Parameter W("W", kOut, kIn);
    init(W, rng);
    const tp2::Tensor b(nn::Matrix::zeros(kOut, 1));
    const tp2::Tensor x(of_mean_square_one(kIn, samples, rng), true);
    const nn::Matrix g = of_mean_square_one(kOut, samples, rng);
    const tp2::Tensor y = tp2::relu(tp2::affine_transform(W, b, x));
    y.backward(g);
    mean.forward += mean_square(y.data()) / mean_square(x.data()) / draws;
    mean.backward += mean_square(x.gradient()) / mean_square(g) / draws;
  }
  return mean;
}

TEST(Init, MeasuredWithKaimingsFanIn) {
  const Factors factors = measured(tp2::kaiming_init);
  EXPECT_SHOWN("0.173", std::sqrt(6.0 / number(kIn)));
  EXPECT_SHOWN("1.0", factors.forward);
  EXPECT_SHOWN("0.3", factors.backward);
}

TEST(Init, MeasuredWithKaimingsFanOut) {
  const double limit = std::sqrt(6.0 / number(kOut));
  const Factors factors = measured(
      [limit](tp2::Parameter& W, nn::Rng& rng) { W.data() = drawn(kOut, kIn, limit, rng); });
  EXPECT_SHOWN("0.316", limit);
  EXPECT_SHOWN("3.3", factors.forward);
  EXPECT_SHOWN("1.0", factors.backward);
}

TEST(Init, MeasuredWithGlorot) {
  const Factors factors = measured(tp2::glorot_init);
  EXPECT_SHOWN("0.152", std::sqrt(6.0 / number(kIn + kOut)));
  EXPECT_SHOWN("0.8", factors.forward);
  EXPECT_SHOWN("0.2", factors.backward);
}

/// Through layers that get narrower, the fan-out's factors multiply to the first width over the
/// last: the picture's widths.
TEST(Init, FanOutTelescopes) {
  const std::vector<double> widths = {512, 388, 294, 223, 169, 128, 97, 74, 56, 42, 32};
  double by_fan_out = 1.0;
  double by_glorot = 1.0;
  for (std::size_t l = 1; l < widths.size(); ++l) {
    by_fan_out *= widths[l - 1] / widths[l];
    by_glorot *= widths[l - 1] / (widths[l - 1] + widths[l]);
  }
  EXPECT_NEAR(by_fan_out, 512.0 / 32.0, 1e-12);
  EXPECT_SHOWN("16", by_fan_out);
  EXPECT_SHOWN("0.004", by_glorot);
  for (std::size_t l = 1; l < widths.size(); ++l) {
    EXPECT_SHOWN("0.57", widths[l - 1] / (widths[l - 1] + widths[l]));
  }
}

// ---------------------------------------------------------------------------------------------
// In place.

//! [rebinding]
void give_ones(tp2::Parameter& p) {
  tp2::Parameter ones("w", 1, 2);  // a matrix of its own
  ones.data()(0, 0) = 1.0;
  ones.data()(0, 1) = 1.0;
  p = ones;  // p turns to the new matrix; the old one is as it was
}
//! [rebinding]

TEST(Init, AssignmentRebindsOneHandle) {
  //! [two_handles]
  tp2::Parameter w("w", 1, 2);       // two entries, both NaN
  const tp2::Parameter another = w;  // a second handle to the same matrix
  give_ones(w);
  EXPECT_EQ(w.data()(0, 0), 1.0);                 // the caller is content
  EXPECT_TRUE(std::isnan(another.data()(0, 0)));  // nobody else is
  EXPECT_NE(&w.data(), &another.data());          // two matrices now
  //! [two_handles]
}

/// One unit with two inputs.
class Unit : public tp2::Network {
 public:
  Unit() : w_(add_parameter("w", 1, 2)) {}
  void init_parameters() { give_ones(w_); }
  [[nodiscard]] tp2::Tensor forward(const tp2::Tensor& x) const override {
    return tp2::affine_transform(w_, tp2::Tensor(nn::Matrix::zeros(1, 1)), x);
  }
  [[nodiscard]] const nn::Matrix& own_numbers() const { return w_.data(); }

 private:
  tp2::Parameter w_;
};

TEST(Init, ReboundParametersNeverMove) {
  Unit unit;
  unit.init_parameters();
  tp2::SGD optimizer(unit, 0.5);
  optimizer.zero_grad();
  const tp2::Tensor y = unit.forward(tp2::Tensor({{1.0}, {2.0}}));
  EXPECT_EQ(y.data()(0, 0), 3.0);  // an ordinary number: nothing looks wrong
  y.backward();
  EXPECT_FALSE(unit.parameters()[0].has_gradient());
  optimizer.step();  // does not throw: the optimiser's parameter has no gradient to follow
  EXPECT_EQ(unit.own_numbers(), (nn::Matrix{{1.0, 1.0}}));
}

}  // namespace

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <vector>

#include "examples/shown.hpp"
#include "nn/matrix.hpp"
#include "tp1/softmax.hpp"
#include "tp2/activations.hpp"
#include "tp2/affine.hpp"

namespace {

using tp2::Tensor;

/// 4 / (e^x + e^-x)^2.
double slope_of_tanh(double x) { return 4.0 / std::pow(std::exp(x) + std::exp(-x), 2.0); }

double logistic(double x) { return 1.0 / (1.0 + std::exp(-x)); }

TEST(Activations, TwoAffineLayersAreOne) {
  const nn::Matrix W0 = {{1.0, 2.0}, {-1.0, 1.0}};
  const nn::Vector b0 = {1.0, 0.0};
  const nn::Matrix W1 = {{1.0, -1.0}, {2.0, 0.0}};
  const nn::Vector b1 = {0.0, -1.0};
  const nn::Matrix W = W1 * W0;
  const nn::Vector b = W1 * b0 + b1;
  EXPECT_EQ(W, (nn::Matrix{{2.0, 1.0}, {2.0, 4.0}}));
  EXPECT_EQ(b, (nn::Vector{1.0, 1.0}));
  const nn::Vector x = {3.0, -2.0};
  EXPECT_EQ(W1 * (W0 * x + b0) + b1, W * x + b);
  EXPECT_EQ(W * x + b, (nn::Vector{5.0, -1.0}));
}

TEST(Activations, XorNeedsABend) {
  const Tensor x(nn::Matrix{{0.0, 0.0, 1.0, 1.0}, {0.0, 1.0, 0.0, 1.0}});
  const Tensor W(nn::Matrix{{1.0, 1.0}, {1.0, 1.0}});
  const Tensor b(nn::Matrix{{0.0}, {-1.0}});
  const Tensor h = tp2::relu(tp2::affine_transform(W, b, x));
  EXPECT_EQ(h.data(), (nn::Matrix{{0.0, 1.0, 1.0, 2.0}, {0.0, 0.0, 0.0, 1.0}}));
  const Tensor f =
      tp2::affine_transform(Tensor(nn::Matrix{{1.0, -2.0}}), Tensor(nn::Matrix{{-0.5}}), h);
  EXPECT_SHOWN("-0.5", f.data()(0, 0));
  EXPECT_SHOWN("0.5", f.data()(0, 1));
  EXPECT_SHOWN("0.5", f.data()(0, 2));
  EXPECT_SHOWN("-0.5", f.data()(0, 3));
}

TEST(Activations, PropertiesOfTheTable) {
  EXPECT_SHOWN("0.7616", std::tanh(1.0));
  EXPECT_SHOWN("0.4200", slope_of_tanh(1.0));
  EXPECT_SHOWN("0.0707", slope_of_tanh(2.0));
  EXPECT_SHOWN("0.0707", slope_of_tanh(-2.0));
  EXPECT_SHOWN("0.00018", slope_of_tanh(5.0));
  EXPECT_SHOWN("3.1e-12", std::pow(slope_of_tanh(2.0), 10.0));
  EXPECT_SHOWN("0.25", logistic(0.0) * (1.0 - logistic(0.0)));
  EXPECT_SHOWN("9.5e-7", std::pow(logistic(0.0) * (1.0 - logistic(0.0)), 10.0));
}

TEST(Activations, TheKink) {
  const Tensor x(nn::Matrix{{0.0}}, true);
  tp2::relu(x).backward();
  EXPECT_EQ(x.gradient()(0, 0), 0.0);
  const double h = 0.001;
  EXPECT_SHOWN("0.5", (std::max(h, 0.0) - std::max(-h, 0.0)) / (2.0 * h));
}

TEST(Activations, TwoByTwo) {
  const nn::Matrix numbers = {{1.0, -1.0}, {2.0, 0.0}};
  const nn::Matrix g = {{10.0, 10.0}, {100.0, -1.0}};
  EXPECT_SHOWN("1", numbers(0, 0));
  EXPECT_SHOWN("-1", numbers(0, 1));
  EXPECT_SHOWN("2", numbers(1, 0));
  EXPECT_SHOWN("0", numbers(1, 1));
  EXPECT_SHOWN("10", g(0, 0));
  EXPECT_SHOWN("100", g(1, 0));

  const Tensor x(numbers, true);
  tp2::tanh(x).backward(g);
  EXPECT_SHOWN("4.20", x.gradient()(0, 0));
  EXPECT_SHOWN("4.20", x.gradient()(0, 1));
  EXPECT_SHOWN("7.07", x.gradient()(1, 0));
  EXPECT_SHOWN("-1", x.gradient()(1, 1));
  EXPECT_NEAR(x.gradient()(1, 0), 100.0 * slope_of_tanh(2.0), 1e-12);

  x.zero_grad();
  tp2::relu(x).backward(g);
  EXPECT_EQ(x.gradient(), (nn::Matrix{{10.0, 0.0}, {100.0, 0.0}}));
}

//! [chain]
/// The last value, and its gradient with respect to the first.
struct Chain {
  double value = 1.0;
  double gradient = 1.0;
};

Chain tanh_chain(double w) {
  Chain h;
  for (int layer = 0; layer < 10; ++layer) {
    const double z = w * h.value;
    h.value = std::tanh(z);
    h.gradient *= w * 4.0 / std::pow(std::exp(z) + std::exp(-z), 2.0);
  }
  return h;
}
//! [chain]

Chain relu_chain(double w) {
  const Tensor first(nn::Matrix{{1.0}}, true);
  const Tensor weight(nn::Matrix{{w}});
  const Tensor bias(nn::Matrix{{0.0}});
  Tensor h = first;
  for (int layer = 0; layer < 10; ++layer) {
    h = tp2::relu(tp2::affine_transform(weight, bias, h));
  }
  h.backward();
  return {h.data()(0, 0), first.gradient()(0, 0)};
}

TEST(Activations, TenLayers) {
  EXPECT_SHOWN("10", std::log2(relu_chain(2.0).value));  // layers
  const std::vector<double> weights = {0.5, 1.0, 2.0, 3.0};
  EXPECT_SHOWN("0.5", weights[0]);
  EXPECT_SHOWN("1", weights[1]);
  EXPECT_SHOWN("2", weights[2]);
  EXPECT_SHOWN("3", weights[3]);
  for (const double w : weights) {
    EXPECT_DOUBLE_EQ(relu_chain(w).value, relu_chain(w).gradient);
  }
  EXPECT_SHOWN("0.00088", tanh_chain(0.5).value);
  EXPECT_SHOWN("0.00072", tanh_chain(0.5).gradient);
  EXPECT_SHOWN("0.00098", relu_chain(0.5).gradient);
  EXPECT_SHOWN("0.36", tanh_chain(1.0).value);
  EXPECT_SHOWN("0.041", tanh_chain(1.0).gradient);
  EXPECT_SHOWN("1", relu_chain(1.0).gradient);
  EXPECT_SHOWN("0.96", tanh_chain(2.0).value);
  EXPECT_SHOWN("1.3e-8", tanh_chain(2.0).gradient);
  EXPECT_SHOWN("1024", relu_chain(2.0).gradient);
  EXPECT_SHOWN("0.99", tanh_chain(3.0).value);
  EXPECT_SHOWN("6.8e-16", tanh_chain(3.0).gradient);
  EXPECT_SHOWN("59049", relu_chain(3.0).gradient);
}

TEST(Activations, DeadUnit) {
  const double eta = 0.5;
  const double x = 1.0;
  const double g = 4.0;
  double w = 0.5;
  double b = 0.1;
  EXPECT_SHOWN("0.5", w);
  EXPECT_SHOWN("0.1", b);
  EXPECT_SHOWN("0.6", w * x + b);  // positive, so the upstream gradient passes
  EXPECT_SHOWN("0.5", eta);
  w -= eta * g * x;
  b -= eta * g;
  EXPECT_SHOWN("-1.5", w);
  EXPECT_SHOWN("-1.9", b);
  EXPECT_SHOWN("-1.9", w * 0.0 + b);
  EXPECT_SHOWN("-3.4", w * 1.0 + b);
  EXPECT_SHOWN("0.086", slope_of_tanh(w * 0.0 + b));
  EXPECT_SHOWN("0.0044", slope_of_tanh(w * 1.0 + b));
}

TEST(Activations, SignsOfOneUnit) {
  const double g = -1.0;
  const nn::Vector gradient = g * nn::Vector{0.5, 2.0, 1.0};
  EXPECT_SHOWN("-0.5", gradient(0));
  EXPECT_SHOWN("-2", gradient(1));
  EXPECT_SHOWN("-1", gradient(2));

  double sum_of_tanh = 0.0;
  double sum_of_relu = 0.0;
  constexpr int kPoints = 1000;
  for (int i = 0; i < kPoints; ++i) {
    const double z = -1.0 + 2.0 * (i + 0.5) / kPoints;  // evenly between -1 and 1
    sum_of_tanh += std::tanh(z);
    sum_of_relu += std::max(z, 0.0);
  }
  EXPECT_NEAR(sum_of_tanh / kPoints, 0.0, 1e-12);
  EXPECT_SHOWN("0.25", sum_of_relu / kPoints);
}

TEST(Activations, TanhReachesOneInADouble) {
  EXPECT_NE(std::tanh(18.0), 1.0);
  EXPECT_EQ(std::tanh(20.0), 1.0);
  EXPECT_EQ(1.0 - std::pow(std::tanh(20.0), 2.0), 0.0);
  const Tensor x(nn::Matrix{{20.0}}, true);
  tp2::tanh(x).backward();
  EXPECT_NEAR(x.gradient()(0, 0), 0.0, 1e-15);
  EXPECT_SHOWN("1.7e-17", slope_of_tanh(20.0));
}

TEST(Activations, TanhOnTheLogits) {
  nn::Vector logits = nn::Vector::zeros(10) - 1.0;  // the extremes that tanh can reach
  logits(0) = 1.0;
  EXPECT_SHOWN("0.451", max(tp1::softmax(logits)));
}

//! [eigen]
using Eigen::ArrayXXd;

ArrayXXd tanh(const ArrayXXd& x) { return x.tanh(); }

ArrayXXd relu(const ArrayXXd& x) { return x.max(0.0); }

/// 0 where x is 0.
ArrayXXd slope_of_relu(const ArrayXXd& x) { return (x > 0.0).cast<double>(); }
//! [eigen]

TEST(Activations, EigenAgrees) {
  const ArrayXXd x{{1.0, -1.0}, {2.0, 0.0}};
  const Tensor input(nn::Matrix{{1.0, -1.0}, {2.0, 0.0}}, true);
  const Tensor output = tp2::relu(input);
  output.backward(nn::Matrix{{1.0, 1.0}, {1.0, 1.0}});
  for (nn::Index i = 0; i < 2; ++i) {
    for (nn::Index j = 0; j < 2; ++j) {
      EXPECT_NEAR(tanh(x)(i, j), tp2::tanh(input).data()(i, j), 1e-14);
      EXPECT_EQ(relu(x)(i, j), output.data()(i, j));
      EXPECT_EQ(slope_of_relu(x)(i, j), input.gradient()(i, j));
    }
  }
}

}  // namespace

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <optional>
#include <unsupported/Eigen/NumericalDiff>
#include <vector>

#include "examples/shown.hpp"
#include "nn/matrix.hpp"
#include "nn/rng.hpp"
#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace {

using nn::Index;
using nn::Vector;

constexpr double kEpsilon = std::numeric_limits<double>::epsilon();

//! [function]
/// x scaled to the length 1.
Vector unit(const Vector& x) { return x / std::sqrt(dot(x, x)); }

/// From the gradient g of a loss with respect to unit(x) to that with respect to x.
Vector backward_unit(const Vector& x, const Vector& g) {
  const Vector y = unit(x);
  return (g - dot(y, g) * y) / std::sqrt(dot(x, x));
}
//! [function]

/// The slip of the chapter: as if the length did not depend on x.
Vector wrong_backward_unit(const Vector& x, const Vector& g) { return g / std::sqrt(dot(x, x)); }

//! [slope]
/// The slope of g . f at x along entry i, by a central difference.
template <class F>
double slope(F f, const Vector& x, const Vector& g, Index i, double h) {
  Vector ahead = x;
  Vector behind = x;
  ahead(i) += h;
  behind(i) -= h;
  // The step that was taken: x(i) + h has been rounded.
  return (dot(g, f(ahead)) - dot(g, f(behind))) / (ahead(i) - behind(i));
}

/// How far a claimed slope is from the measured one, as a share of the larger.
double relative_error(double claimed, double measured) {
  const double scale = std::max(std::abs(claimed), std::abs(measured));
  return scale == 0.0 ? 0.0 : std::abs(claimed - measured) / scale;
}
//! [slope]

//! [check]
TEST(GradCheck, UnitAtRandomPoints) {
  nn::Rng rng(1);
  const double h = std::cbrt(std::numeric_limits<double>::epsilon());
  for (int trial = 0; trial < 100; ++trial) {
    Vector x(5);
    Vector g(5);
    for (double& entry : x) entry = rng.uniform(-3.0, 3.0);
    for (double& entry : g) entry = rng.uniform(-3.0, 3.0);
    const Vector claimed = backward_unit(x, g);
    for (Index i = 0; i < x.size(); ++i) {
      EXPECT_LT(std::abs(claimed(i) - slope(unit, x, g, i, h)), 1e-8);
    }
  }
}
//! [check]

const Vector kX = {3, 4};
const Vector kG = {1, 2};

TEST(GradCheck, TheWrongGradientGoesDownhillToo) {
  EXPECT_SHOWN("0.2", wrong_backward_unit(kX, kG)(0));
  EXPECT_SHOWN("0.4", wrong_backward_unit(kX, kG)(1));
  EXPECT_SHOWN("-0.064", backward_unit(kX, kG)(0));
  EXPECT_SHOWN("0.048", backward_unit(kX, kG)(1));
  EXPECT_SHOWN("0.0064", dot(backward_unit(kX, kG), wrong_backward_unit(kX, kG)));
  const double before = dot(kG, unit(kX));
  EXPECT_LT(dot(kG, unit(kX - 0.1 * wrong_backward_unit(kX, kG))), before);
}

TEST(GradCheck, Numbers) {
  EXPECT_SHOWN("3", kX(0));
  EXPECT_SHOWN("4", kX(1));
  EXPECT_SHOWN("1", kG(0));
  EXPECT_SHOWN("2", kG(1));
  EXPECT_SHOWN("5", std::sqrt(dot(kX, kX)));
  EXPECT_SHOWN("0.6", unit(kX)(0));
  EXPECT_SHOWN("0.8", unit(kX)(1));
  EXPECT_SHOWN("2.2", dot(kG, unit(kX)));
  EXPECT_SHOWN("1.32", dot(kG, unit(kX)) * unit(kX)(0));
  EXPECT_SHOWN("1.76", dot(kG, unit(kX)) * unit(kX)(1));

  const double h = 0.001;
  EXPECT_SHOWN("0.001", h);
  EXPECT_SHOWN("0.002", 2 * h);
  EXPECT_SHOWN("3.001", kX(0) + h);
  EXPECT_SHOWN("2.999", kX(0) - h);
  EXPECT_SHOWN("2.199936", dot(kG, unit({3.0 + h, 4.0})));
  EXPECT_SHOWN("2.200064", dot(kG, unit({3.0 - h, 4.0})));
  EXPECT_SHOWN("2.200048", dot(kG, unit({3.0, 4.0 + h})));
  EXPECT_SHOWN("2.199952", dot(kG, unit({3.0, 4.0 - h})));
  EXPECT_SHOWN("-0.064000", slope(unit, kX, kG, 0, h));
  EXPECT_SHOWN("0.048000", slope(unit, kX, kG, 1, h));

  EXPECT_LT(relative_error(backward_unit(kX, kG)(0), slope(unit, kX, kG, 0, h)), 2e-7);
  EXPECT_LT(relative_error(backward_unit(kX, kG)(1), slope(unit, kX, kG, 1, h)), 2e-7);
  EXPECT_SHOWN("1.32", relative_error(wrong_backward_unit(kX, kG)(0), slope(unit, kX, kG, 0, h)));
  EXPECT_SHOWN("0.88", relative_error(wrong_backward_unit(kX, kG)(1), slope(unit, kX, kG, 1, h)));

  EXPECT_SHOWN("0", dot(kX, backward_unit(kX, kG)));
  EXPECT_SHOWN("2.2", dot(kX, wrong_backward_unit(kX, kG)));
  EXPECT_SHOWN("-0.192", kX(0) * backward_unit(kX, kG)(0));
  EXPECT_SHOWN("0.192", kX(1) * backward_unit(kX, kG)(1));
}

double forward_error(double x, double h) {
  return std::abs((std::exp(x + h) - std::exp(x)) / h / std::exp(x) - 1.0);
}

double central_error(double x, double h) {
  return std::abs((std::exp(x + h) - std::exp(x - h)) / (2.0 * h) / std::exp(x) - 1.0);
}

template <class F>
double mean_over_points(F f) {
  double sum = 0.0;
  for (int i = 0; i < 64; ++i) sum += f(1.0 + (i + 0.5) / 64.0);
  return sum / 64.0;
}

TEST(GradCheck, BestSteps) {
  EXPECT_SHOWN("2.2", kEpsilon / 1e-16);
  EXPECT_SHOWN("1.5", std::sqrt(kEpsilon) / 1e-8);
  EXPECT_SHOWN("6.1", std::cbrt(kEpsilon) / 1e-6);
  EXPECT_SHOWN("3.7", std::pow(kEpsilon, 2.0 / 3.0) / 1e-11);
  // At these steps the errors are what the derivation says, within a factor.
  const double forward =
      mean_over_points([](double x) { return forward_error(x, std::sqrt(kEpsilon)); });
  EXPECT_GT(forward, std::sqrt(kEpsilon) / 10);
  EXPECT_LT(forward, std::sqrt(kEpsilon) * 10);
  const double central =
      mean_over_points([](double x) { return central_error(x, std::cbrt(kEpsilon)); });
  EXPECT_GT(central, std::pow(kEpsilon, 2.0 / 3.0) / 10);
  EXPECT_LT(central, std::pow(kEpsilon, 2.0 / 3.0) * 10);
}

/// The grader's combination of four central differences.
double extrapolated(double x, double h0) {
  double a[4][4] = {};
  double h = h0;
  for (int i = 0; i < 4; ++i, h /= 2.0) a[0][i] = (std::exp(x + h) - std::exp(x - h)) / (2.0 * h);
  double power = 1.0;
  for (int j = 1; j < 4; ++j) {
    power *= 4.0;
    for (int i = j; i < 4; ++i) {
      a[j][i] = (power * a[j - 1][i] - a[j - 1][i - 1]) / (power - 1.0);
    }
  }
  return a[3][3];
}

TEST(GradCheck, ExtrapolationFromAnEighthKeepsTwelveDigits) {
  EXPECT_SHOWN("0.125", 1.0 / 8);
  const auto error = [](double x) { return std::abs(extrapolated(x, 0.125) / std::exp(x) - 1.0); };
  EXPECT_LT(mean_over_points(error), 1e-12);
}

TEST(GradCheck, Kink) {
  const auto relu = [](const Vector& x) { return maximum(x, 0.0); };
  const double x = 0.0004;
  const double h = 0.001;
  EXPECT_SHOWN("0.0004", x);
  EXPECT_SHOWN("0.0014", relu({x + h})(0));
  EXPECT_SHOWN("-0.0006", x - h);
  EXPECT_SHOWN("0.7", slope(relu, {x}, {1}, 0, h));
}

TEST(GradCheck, OnesAsUpstreamGradientHideSoftmax) {
  const Vector logits = {0.3, -1.2, 2.0};
  for (Index i = 0; i < 3; ++i) {
    EXPECT_NEAR(slope(tp1::softmax, logits, {1, 1, 1}, i, 1e-5), 0.0, 1e-10);
    EXPECT_GT(std::abs(slope(tp1::softmax, logits, {1, -2, 0.5}, i, 1e-5)), 0.001);
  }
}

TEST(GradCheck, Properties) {
  // The sum over the logits' gradient, and the product of x with the gradient of unit.
  EXPECT_NEAR(sum(tp1::backward_nll({0.3, -1.2, 2.0}, 1, -1.7)), 0.0, 1e-15);
  const Vector x = {-0.83, 0.31, 1.42};
  const Vector g = {2.6, -0.7, 1.9};
  EXPECT_NEAR(dot(x, backward_unit(x, g)), 0.0, 1e-15);
  EXPECT_GT(std::abs(dot(x, wrong_backward_unit(x, g))), 0.1);
  // The slip is linear in g: this property alone does not see it.
  EXPECT_EQ(wrong_backward_unit(x, -2.0 * g), -2.0 * wrong_backward_unit(x, g));
}

/// What a search for a counterexample holds.
struct Input {
  Vector x;
  Vector g;
};

bool fails(const Input& input) {
  if (dot(input.x, input.x) == 0.0) return false;  // has no direction: not a valid input
  const Vector error = wrong_backward_unit(input.x, input.g) - backward_unit(input.x, input.g);
  return nn::max(nn::abs(error)) > 1e-9;
}

Vector without(const Vector& x, Index dropped) {
  Vector rest(x.size() - 1);
  for (Index i = 0; i < rest.size(); ++i) rest(i) = x(i < dropped ? i : i + 1);
  return rest;
}

std::vector<double> simpler(double x) {
  std::vector<double> all;
  for (const double y : {0.0, -x, std::copysign(1.0, x), std::trunc(x), std::trunc(10 * x) / 10}) {
    if (std::abs(y) < std::abs(x) || (x < 0.0 && y == -x)) all.push_back(y);
  }
  return all;
}

std::optional<Input> simpler_failure(const Input& from) {
  for (Index i = 0; from.x.size() > 1 && i < from.x.size(); ++i) {
    const Input shorter{without(from.x, i), without(from.g, i)};
    if (fails(shorter)) return shorter;
  }
  for (const auto part : {&Input::x, &Input::g}) {
    for (Index i = 0; i < from.x.size(); ++i) {
      for (const double number : simpler((from.*part)(i))) {
        Input rounder = from;
        (rounder.*part)(i) = number;
        if (fails(rounder)) return rounder;
      }
    }
  }
  return std::nullopt;
}

TEST(GradCheck, Shrinking) {
  Input smallest{{-0.83, 0.31, 1.42}, {2.6, -0.7, 1.9}};
  EXPECT_SHOWN("-0.83", smallest.x(0));
  EXPECT_SHOWN("0.31", smallest.x(1));
  EXPECT_SHOWN("1.42", smallest.x(2));
  EXPECT_SHOWN("2.6", smallest.g(0));
  EXPECT_SHOWN("-0.7", smallest.g(1));
  EXPECT_SHOWN("1.9", smallest.g(2));
  ASSERT_TRUE(fails(smallest));
  while (const auto next = simpler_failure(smallest)) smallest = *next;
  EXPECT_EQ(smallest.x, Vector{1});
  EXPECT_EQ(smallest.g, Vector{1});
  EXPECT_EQ(backward_unit(smallest.x, smallest.g), Vector{0});
  EXPECT_EQ(wrong_backward_unit(smallest.x, smallest.g), Vector{1});
}

TEST(GradCheck, YourOwnNll) {
  const auto loss = [](const Vector& logits) { return Vector{tp1::nll(logits, 1)}; };
  const Vector logits = {1, 0, -1};
  const double h = 0.001;
  EXPECT_SHOWN("0.001", h);
  double total = 0.0;
  for (Index i = 0; i < 3; ++i) {
    const double measured = slope(loss, logits, {1}, i, h);
    EXPECT_LT(relative_error(tp1::backward_nll(logits, 1, 1)(i), measured), 1e-6);
    total += measured;
  }
  EXPECT_NEAR(total, 0.0, 1e-6);
}

TEST(GradCheck, Cost) {
  const nn::Matrix W = nn::Matrix::zeros(10, 784);
  EXPECT_SHOWN("7850", static_cast<double>(W.size() + W.rows()));
  EXPECT_SHOWN("15700", static_cast<double>(2 * (W.size() + W.rows())));
}

/// exp for Eigen's numerical differentiation.
struct Exponential {
  using Scalar = double;
  using InputType = Eigen::Matrix<double, 1, 1>;
  using ValueType = Eigen::Matrix<double, 1, 1>;
  using JacobianType = Eigen::Matrix<double, 1, 1>;
  static constexpr int InputsAtCompileTime = 1;
  static constexpr int ValuesAtCompileTime = 1;
  static int values() { return 1; }
  int operator()(const InputType& x, ValueType& y) const {
    y(0) = std::exp(x(0));
    return 0;
  }
};

TEST(GradCheck, CentralModeOfEigenStepsTooShort) {
  const Eigen::NumericalDiff<Exponential, Eigen::Central> difference;
  const double eigen = mean_over_points([&](double x) {
    Exponential::JacobianType slope_of_exp;
    difference.df(Exponential::InputType(x), slope_of_exp);
    return std::abs(slope_of_exp(0) / std::exp(x) - 1.0);
  });
  const double longer =
      mean_over_points([](double x) { return central_error(x, std::cbrt(kEpsilon)); });
  EXPECT_GT(eigen, 30 * longer);
}

}  // namespace

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <limits>

#include "examples/shown.hpp"
#include "nn/matrix.hpp"
#include "nn/rng.hpp"

namespace {

//! [naive]
double naive(double x0, double x1) { return std::log(std::exp(x0) + std::exp(x1)); }
//! [naive]

//! [eigen]
/// Squares first: infinity for (3e200, 4e200).
double plain_length(const Eigen::Vector2d& v) { return v.norm(); }

/// Scales first: 5e200.
double stable_length(const Eigen::Vector2d& v) { return v.stableNorm(); }
//! [eigen]

/// The logarithm of a sum of exponentials in the way of the chapter.
double log_sum_exp(const nn::Vector& x) {
  const double m = nn::max(x);
  return m + std::log(nn::sum(nn::exp(x - m)));
}

/// As log_sum_exp(), with more digits where the machine has them.
long double long_log_sum_exp(const nn::Vector& x) {
  const long double m = nn::max(x);
  long double s = 0.0L;
  for (const double entry : x) s += std::exp(static_cast<long double>(entry) - m);
  return m + std::log(s);
}

constexpr double kUnit = 0x1p-53;

double spacing(double x) { return std::nextafter(x, std::numeric_limits<double>::infinity()) - x; }

/// The x between `low` and `high` from which on `beyond(x)` holds.
template <class Predicate>
double border(double low, double high, Predicate beyond) {
  for (int i = 0; i < 100; ++i) {
    const double middle = (low + high) / 2.0;
    (beyond(middle) ? high : low) = middle;
  }
  return high;
}

TEST(Floats, OnPaperAndInTheProgram) {
  EXPECT_SHOWN("1.6931", naive(1.0, 1.0));
  EXPECT_SHOWN("1.6931", log_sum_exp({1.0, 1.0}));
  EXPECT_SHOWN("1000.6931", log_sum_exp({1000.0, 1000.0}));
  EXPECT_SHOWN("-999.3069", log_sum_exp({-1000.0, -1000.0}));
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  EXPECT_EQ(naive(1000.0, 1000.0), kInfinity);
  EXPECT_EQ(naive(-1000.0, -1000.0), -kInfinity);
  const nn::Vector e = nn::exp(nn::Vector{1000.0, 1000.0});
  EXPECT_TRUE(std::isnan((e / nn::sum(e))(0)));
}

TEST(Floats, SpacingAndEnds) {
  EXPECT_EQ(std::numeric_limits<double>::epsilon(), 0x1p-52);
  EXPECT_EQ(std::numeric_limits<double>::digits, 53);
  EXPECT_SHOWN("2.2", spacing(1.0) * 1e16);
  EXPECT_SHOWN("1.1", spacing(1000.0) * 1e13);
  EXPECT_EQ(spacing(1e16), 2.0);
  EXPECT_SHOWN("1.1", kUnit * 1e16);
  EXPECT_SHOWN("1.8", std::numeric_limits<double>::max() / 1e308);
  EXPECT_EQ(std::numeric_limits<double>::min(), 0x1p-1022);
  EXPECT_EQ(std::numeric_limits<double>::denorm_min(), 0x1p-1074);
  EXPECT_EQ(0x1p-1074 / 2.0, 0.0);
  // Halved below 2^-1022, a number of 53 digits loses one.
  const double least = 0x1p-1022;
  const double next = spacing(least) + least;
  EXPECT_NE(next / 2.0 * 2.0, next);
  EXPECT_SHOWN("709.78", border(0.0, 1000.0, [](double x) { return std::isinf(std::exp(x)); }));
  EXPECT_SHOWN("745.13", -border(-1000.0, 0.0, [](double x) { return std::exp(x) > 0.0; }));
}

TEST(Floats, Absorption) {
  constexpr int kTimes = 1'000'000;
  const double tiny = 1e-16;
  double large_first = 1.0;
  double small_first = 0.0;
  for (int i = 0; i < kTimes; ++i) {
    large_first += tiny;
    small_first += tiny;
  }
  EXPECT_EQ(large_first, 1.0);
  EXPECT_SHOWN("1.0000000001", small_first + 1.0);
  const double large = 1e16;
  EXPECT_EQ(large + 1.0, large);
}

TEST(Floats, Cancellation) {
  const double h = 1e-10;
  const double difference = (1.0 + h) - 1.0;
  EXPECT_SHOWN("1.00000008", difference * 1e10);
  EXPECT_SHOWN("8.3", std::abs(difference - h) / h * 1e8);
}

TEST(Floats, WithNumbers) {
  const nn::Matrix X = {{800.0, -802.0}, {802.0, -800.0}};
  EXPECT_SHOWN("800", X(0, 0));
  EXPECT_SHOWN("802", X(1, 0));
  EXPECT_SHOWN("-802", X(0, 1));
  EXPECT_SHOWN("-800", X(1, 1));
  const nn::Vector left = nn::column(X, 0) - nn::max(nn::column(X, 0));
  const nn::Vector right = nn::column(X, 1) - nn::max(nn::column(X, 1));
  EXPECT_EQ(left, right);
  EXPECT_SHOWN("-2", left(0));
  EXPECT_SHOWN("0", left(1));
  EXPECT_SHOWN("0.1353", nn::exp(left)(0));
  EXPECT_SHOWN("1", nn::exp(left)(1));
  EXPECT_SHOWN("1.1353", nn::sum(nn::exp(left)));
  EXPECT_SHOWN("0.1269", std::log(nn::sum(nn::exp(left))));
  EXPECT_SHOWN("802.1269", log_sum_exp(nn::column(X, 0)));
  EXPECT_SHOWN("-799.8731", log_sum_exp(nn::column(X, 1)));
  // One shift for all columns, the largest entry of the matrix.
  const nn::Vector lost = nn::column(X, 1) - nn::max(X);
  EXPECT_SHOWN("-1604", lost(0));
  EXPECT_SHOWN("-1602", lost(1));
  EXPECT_SHOWN("0", nn::sum(nn::exp(lost)));
  // The bounds.
  EXPECT_SHOWN("0.6931", std::log(2.0));
  EXPECT_SHOWN("802.6931", nn::max(X) + std::log(2.0));
  EXPECT_SHOWN("2", static_cast<double>(X.rows()));
}

TEST(Floats, TheShiftCostsLittle) {
  // d exp(-d) is largest at d = 1.
  double most = 0.0;
  for (double d = 0.0; d < 40.0; d += 0.001) most = std::max(most, d * std::exp(-d));
  EXPECT_SHOWN("0.37", most);
  // A term exp(-50) is less than half the spacing above 1.
  EXPECT_LT(std::exp(-50.0), kUnit);
  EXPECT_EQ(log_sum_exp({0.0, -50.0}), 0.0);
  // What underflows to 0 is at most half of the least number; so many of them make u.
  EXPECT_EQ(kUnit / 0x1p-1074 * 2.0, 0x1p1022);

  nn::Rng rng(3);
  for (int trial = 0; trial < 2000; ++trial) {
    nn::Vector x(1 + rng.below(16));
    const double size = std::exp(rng.uniform(-5.0, 10.0));
    for (double& entry : x) entry = size * rng.uniform(-1.0, 1.0);
    const long double exact = long_log_sum_exp(x);
    const double n = static_cast<double>(x.size());
    const double bound = (3.0 * n + std::abs(static_cast<double>(exact))) * kUnit;
    EXPECT_LE(static_cast<double>(std::abs(log_sum_exp(x) - exact)), bound) << x;
  }
  // Ten logits of ordinary size, |lse| up to 50.
  EXPECT_LT((3.0 * 10.0 + 50.0) * kUnit, 1e-14);
}

TEST(Floats, OtherShiftsFail) {
  const nn::Vector x = {0.0, 2000.0};
  EXPECT_TRUE(std::isinf(nn::sum(nn::exp(x - nn::mean(x)))));
  EXPECT_TRUE(std::isinf(nn::sum(nn::exp(x - x(0)))));
  const nn::Vector below = {-2000.0, -2001.0};
  EXPECT_EQ(nn::sum(nn::exp(below - nn::max(nn::abs(below)))), 0.0);
}

TEST(Floats, SmallResultOfLargeParts) {
  // On paper log(1/2 + 1/2) = 0.
  const double half = std::log(0.5);
  EXPECT_LT(std::abs(log_sum_exp({half, half})), 3.0 * 2.0 * kUnit);
}

TEST(Floats, OtherTypes) {
  EXPECT_SHOWN("88.7", std::log(static_cast<double>(std::numeric_limits<float>::max())));
  // The largest number of 16 bits: 11 binary digits, largest exponent 15.
  EXPECT_SHOWN("11.1", std::log((2.0 - 0x1p-10) * 0x1p15));
  EXPECT_EQ(std::numeric_limits<float>::digits, 24);
}

TEST(Floats, EigenNorm) {
  const Eigen::Vector2d v(3e200, 4e200);
  EXPECT_TRUE(std::isinf(plain_length(v)));
  EXPECT_NEAR(stable_length(v) / 5e200, 1.0, 1e-15);
}

}  // namespace

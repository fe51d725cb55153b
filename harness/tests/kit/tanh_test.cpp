#include <cmath>
#include <gtest/gtest.h>
#include <limits>

#include "nn/matrix.hpp"
#include "nn/rng.hpp"

namespace {

using nn::Index;
using nn::Vector;

double tanh_of(double x) { return tanh(Vector{x})(0); }

double error_in_last_places(double x) {
  const long double exact = std::tanh(static_cast<long double>(x));
  const double nearest = std::abs(static_cast<double>(exact));
  const double last_place = std::nextafter(nearest, 2.0) - nearest;
  return static_cast<double>(std::abs(static_cast<long double>(tanh_of(x)) - exact)) / last_place;
}

TEST(Tanh, IsExactToThreeUnitsInTheLastPlace) {
  nn::Rng rng(1);
  for (int trial = 0; trial < 20000; ++trial) {
    const double wide = rng.uniform(-25.0, 25.0);
    const double tiny = std::exp(rng.uniform(-40.0, 0.0));
    const double near_the_seam = rng.uniform(0.6, 0.65);
    for (const double x : {wide, tiny, near_the_seam}) {
      ASSERT_LE(error_in_last_places(x), 3.0) << "at " << x;
    }
  }
}

TEST(Tanh, KeepsTinyNumbers) {
  EXPECT_EQ(tanh_of(1e-200), 1e-200);
  EXPECT_EQ(tanh_of(-1e-10), -1e-10);
  EXPECT_EQ(tanh_of(0.0), 0.0);
  EXPECT_EQ(tanh_of(-0.0), 0.0);
}

TEST(Tanh, IsOddToTheLastBit) {
  nn::Rng rng(2);
  for (int trial = 0; trial < 1000; ++trial) {
    const double x = rng.uniform(0.0, 3.0);
    ASSERT_EQ(tanh_of(-x), -tanh_of(x)) << "at " << x;
  }
}

TEST(Tanh, SaturatesAtOneAndNeverPassesIt) {
  const double inf = std::numeric_limits<double>::infinity();
  for (const double x : {19.5, 20.0, 25.0, 710.0, 1e308, inf}) {
    EXPECT_EQ(tanh_of(x), 1.0) << "at " << x;
    EXPECT_EQ(tanh_of(-x), -1.0) << "at " << x;
  }
  for (double x = 15.0; x < 22.0; x += 0.01) ASSERT_LE(tanh_of(x), 1.0);
}

TEST(Tanh, KeepsNaN) { EXPECT_TRUE(std::isnan(tanh_of(std::numeric_limits<double>::quiet_NaN()))); }

TEST(Tanh, DoesNotDependOnThePositionInTheVector) {
  nn::Rng rng(3);
  Vector x(37);
  for (double& entry : x) entry = rng.uniform(-4.0, 4.0);
  const Vector y = tanh(x);
  const nn::Matrix Y = tanh(as_column(x));
  for (Index i = 0; i < x.size(); ++i) {
    EXPECT_EQ(y(i), tanh_of(x(i)));
    EXPECT_EQ(Y(i, 0), y(i));
  }
}

}  // namespace

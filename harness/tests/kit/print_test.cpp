#include <gtest/gtest.h>
#include <limits>
#include <sstream>
#include <string>

#include "nn/matrix.hpp"

namespace {

using nn::Matrix;
using nn::Vector;

template <class Either>
std::string printed(const Either& v) {
  std::ostringstream out;
  out << v;
  return out.str();
}

TEST(Print, AVectorInBrackets) {
  EXPECT_EQ(printed(Vector{1.0, 2.5, -3.0}), "[1, 2.5, -3]");
  EXPECT_EQ(printed(Vector()), "[]");
}

TEST(Print, SixDigitsAndNaNAndInfinity) {
  const double inf = std::numeric_limits<double>::infinity();
  EXPECT_EQ(printed(Vector{1.0 / 3.0, 1e-9, inf, -inf}), "[0.333333, 1e-09, inf, -inf]");
  EXPECT_EQ(printed(Vector(1)), "[nan]");
}

TEST(Print, ALongVectorByItsEnds) {
  EXPECT_EQ(printed(Vector::zeros(12)), "[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]");
  EXPECT_EQ(printed(Vector::zeros(784)), "[0, 0, 0, 0, ..., 0, 0, 0, 0] (784 entries)");
}

TEST(Print, AMatrixByItsShapeAndAlignedRows) {
  EXPECT_EQ(printed(Matrix{{1.0, 2.5, -3.0}, {0.25, 4.0, 5.0}}),
            "2 x 3\n"
            "     1  2.5  -3\n"
            "  0.25    4   5");
  EXPECT_EQ(printed(Matrix(0, 3)), "0 x 3");
}

TEST(Print, ALargeMatrixByItsCorners) {
  const std::string text = printed(Matrix::zeros(100, 784));
  EXPECT_EQ(text.substr(0, text.find('\n')), "100 x 784");
  EXPECT_NE(text.find("  0  0  0  0  ...  0  0  0  0\n"), std::string::npos);
  EXPECT_NE(text.find("\n  ...\n"), std::string::npos);
  EXPECT_LT(text.size(), 500U);
}

}  // namespace

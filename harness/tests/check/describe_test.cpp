#include "check/describe.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace gradus::check {
namespace {

TEST(Describe, NumbersAreWrittenAsAStudentWould) {
  EXPECT_EQ(describe(0.0), "0");
  EXPECT_EQ(describe(-0.0), "0");
  EXPECT_EQ(describe(710.0), "710");
  EXPECT_EQ(describe(-0.5), "-0.5");
  EXPECT_EQ(describe(1.0 / 3.0), "0.333333");
  EXPECT_EQ(describe(1e-10), "1e-10");
  EXPECT_EQ(describe(1e308), "1e+308");
}

TEST(Describe, NanAndInfinityHaveOneNameEach) {
  EXPECT_EQ(describe(std::nan("")), "nan");
  EXPECT_EQ(describe(-std::nan("")), "nan");
  EXPECT_EQ(describe(INFINITY), "inf");
  EXPECT_EQ(describe(-INFINITY), "-inf");
}

TEST(Describe, ShapesOfArraysShow) {
  EXPECT_EQ(describe(Shape{2, 3}), "2 x 3");
  EXPECT_EQ(describe(scalar(4)), "4");
  EXPECT_EQ(describe(column({0, 710})), "[0, 710]");
  EXPECT_EQ(describe(Array({0, 0})), "0 x 0 []");
  Array m({2, 3});
  m.values = {1, 4, 2, 5, 3, 6};
  EXPECT_EQ(describe(m), "2 x 3 [1 2 3; 4 5 6]");
}

TEST(Describe, LongArraysAreCutInTheMiddle) {
  std::vector<double> values(100);
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<double>(i);
  EXPECT_EQ(describe(column(values)), "[0, 1, 2, 3, 4, 5, ..., 98, 99]");
  values.resize(9);
  EXPECT_EQ(describe(column(values)), "[0, 1, 2, 3, 4, 5, 6, 7, 8]") << "nothing is gained by it";
  EXPECT_LT(describe(Array({1000, 1000})).size(), 500U);
}

}  // namespace
}  // namespace gradus::check

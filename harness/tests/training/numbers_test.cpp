#include "training/numbers.hpp"

#include <gtest/gtest.h>

#include "tests/training/samples.hpp"

namespace gradus::training {
namespace {

TEST(Numbers, OfAnySizeStayShort) {
  EXPECT_EQ(number_text(0.23456, 4), "0.2346");
  EXPECT_EQ(number_text(99'999.94, 4), "99999.9");
  EXPECT_EQ(number_text(123456789.0, 4), "1.2e+08");
  EXPECT_EQ(number_text(kNan, 4), "NaN");
  EXPECT_EQ(number_text(kInfinite, 4), "inf");
  EXPECT_EQ(number_text(-kInfinite, 4), "-inf");
  EXPECT_EQ(percent_text(0.97651), "97.65 %");
}

TEST(Numbers, SettingsAreSaidAsTyped) {
  EXPECT_EQ(setting_text(0.01), "0.01");
  EXPECT_EQ(setting_text(1.0), "1");
  EXPECT_EQ(setting_text(1e-7), "1e-07");
}

TEST(Numbers, CountsAreGrouped) {
  EXPECT_EQ(count_text(0), "0");
  EXPECT_EQ(count_text(999), "999");
  EXPECT_EQ(count_text(50'000), "50,000");
  EXPECT_EQ(count_text(-123'456), "-123,456");
}

TEST(Numbers, DurationsAreSaidAsPeopleDo) {
  EXPECT_EQ(duration_text(0.04), "0.0 s");
  EXPECT_EQ(duration_text(12.34), "12.3 s");
  EXPECT_EQ(duration_text(59.97), "1 min 00 s");
  EXPECT_EQ(duration_text(185.2), "3 min 05 s");
  EXPECT_EQ(duration_text(7800.0), "2 h 10 min");
  for (const double odd : {-1.0, 1e300, kNan, kInfinite}) EXPECT_EQ(duration_text(odd), "?");
}

}  // namespace
}  // namespace gradus::training

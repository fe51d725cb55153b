#include "training/line_chart.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <regex>

#include "tests/training/samples.hpp"

namespace gradus::training {
namespace {

using testing::HasSubstr;
using testing::Not;

LineChart chart_of(const std::vector<double>& values) {
  return {"Loss per epoch", {{"train", "train", values}}, std::nullopt, "", false};
}

/// All that a pattern's first group matches, as numbers.
std::vector<double> numbers(const std::string& svg, const std::string& pattern) {
  const std::regex regex(pattern);
  std::vector<double> all;
  for (auto m = std::sregex_iterator(svg.begin(), svg.end(), regex); m != std::sregex_iterator();
       ++m) {
    all.push_back(std::stod((*m)[1]));
  }
  return all;
}

TEST(LineChart, HigherValuesAreHigherUp) {
  const auto heights =
      numbers(to_svg(chart_of({0.2, 0.5, 0.35})), "<circle[^>]* cy=\"([0-9.-]+)\"");
  ASSERT_EQ(heights.size(), 3U);
  EXPECT_LT(heights[1], heights[2]);
  EXPECT_LT(heights[2], heights[0]);
  EXPECT_NEAR(heights[2], (heights[0] + heights[1]) / 2.0, 0.11);
}

TEST(LineChart, EpochsAreEquallyFarApart) {
  const auto x = numbers(to_svg(chart_of({1.0, 2.0, 3.0})), "<circle[^>]* cx=\"([0-9.-]+)\"");
  ASSERT_EQ(x.size(), 3U);
  EXPECT_NEAR(x[1] - x[0], x[2] - x[1], 0.11);
}

TEST(LineChart, AMarkStandsAtItsEpoch) {
  LineChart chart = chart_of({1.0, 2.0, 3.0});
  chart.mark = 1;
  chart.mark_text = "best";
  const std::string svg = to_svg(chart);
  EXPECT_EQ(numbers(svg, "class=\"mark\" x1=\"([0-9.]+)\"").at(0),
            numbers(svg, "<circle[^>]* cx=\"([0-9.-]+)\"").at(1));
  EXPECT_THAT(svg, HasSubstr(">best</text>"));
}

TEST(LineChart, NumbersThatAreNoneLeaveAGap) {
  const std::string svg = to_svg(chart_of({1.0, kNan, 2.0, kInfinite, 1e300, 3.0}));
  EXPECT_EQ(numbers(svg, "<circle[^>]* cx=\"([0-9.-]+)\"").size(), 3U);
  EXPECT_THAT(svg, Not(HasSubstr("nan")));
  EXPECT_THAT(svg, Not(HasSubstr("inf")));
  EXPECT_EQ(numbers(svg, "([0-9]{5,})").size(), 0U) << "a coordinate far outside";
}

TEST(LineChart, CanBeDrawnOfAnything) {
  const std::vector<double> odd = {0.0, -1e12, 1e12, 1e-300, kNan, -kInfinite, 1e300, 0.5};
  EXPECT_THAT(to_svg(chart_of({})), HasSubstr("</svg>"));
  for (const double a : odd) {
    EXPECT_THAT(to_svg(chart_of({a})), HasSubstr("</svg>"));
    for (const double b : odd) {
      const std::string svg = to_svg(chart_of({a, b}));
      EXPECT_THAT(svg, Not(HasSubstr("nan")));
      EXPECT_LE(numbers(svg, "class=\"grid\" x1=\"([0-9.]+)\"").size(), 12U);
    }
  }
}

TEST(LineChart, LabelsAtTheEndsDoNotHideEachOther) {
  LineChart chart;
  for (int i = 0; i < 4; ++i) chart.lines.push_back({"line", "train", {0.0, 1.0 + i * 1e-6}});
  chart.lines.push_back({"line", "train", {1.0, 0.0}});
  auto y = numbers(to_svg(chart), "class=\"end train\" x=\"[0-9.]+\" y=\"([0-9.-]+)\"");
  ASSERT_EQ(y.size(), 5U);
  std::sort(y.begin(), y.end());
  for (std::size_t i = 1; i < y.size(); ++i) EXPECT_GE(y[i] - y[i - 1], 19.9);
}

TEST(LineChart, TextsAreEscaped) {
  LineChart chart = chart_of({1.0});
  chart.description = "\"><script>";
  chart.lines[0].label = "<b>&'\x1b";
  const std::string svg = to_svg(chart);
  EXPECT_THAT(svg, HasSubstr("&quot;&gt;&lt;script&gt;"));
  EXPECT_THAT(svg, HasSubstr("&lt;b&gt;&amp;&#39;\\x1b"));
  EXPECT_THAT(svg, Not(HasSubstr("<script")));
}

}  // namespace
}  // namespace gradus::training

#include "pictures/plot.hpp"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdexcept>

namespace gradus::notes {
namespace {

using testing::HasSubstr;
using testing::Not;

Curve curve(std::vector<double> x, std::vector<double> y) {
  return {.label = "loss", .colour = "a", .x = std::move(x), .y = std::move(y)};
}

TEST(Plot, LabelsTheAxesAndTheEndOfEachCurve) {
  Plot plot = {.title = "a < b", .x_label = "epoch", .y_label = "loss & more"};
  plot.curves = {curve({0, 1, 2}, {3, 1, 2})};
  const std::string svg = to_svg(plot);
  EXPECT_THAT(svg, HasSubstr("<title>a &lt; b</title>"));
  EXPECT_THAT(svg, HasSubstr(">epoch</text>"));
  EXPECT_THAT(svg, HasSubstr(">loss &amp; more</text>"));
  EXPECT_THAT(svg, HasSubstr(">loss</text>"));
}

TEST(Plot, WhatIsNotFiniteLeavesAGap) {
  Plot plot;
  plot.curves = {curve({0, 1, 2, 3}, {0, 1, std::nan(""), 1})};
  const std::string svg = to_svg(plot);
  const std::size_t path = svg.find(" d=\"M");
  ASSERT_NE(path, std::string::npos);
  EXPECT_NE(svg.find('M', path + 5), std::string::npos) << "the pen is put down once more";
  EXPECT_THAT(svg, Not(HasSubstr("nan")));
}

TEST(Plot, ALogarithmicAxisHasWholeDecades) {
  Plot plot = {.log_y = true};
  plot.curves = {curve({0, 1}, {1, 100})};
  EXPECT_THAT(to_svg(plot), HasSubstr(">10</text>"));
}

TEST(Plot, RefusesWhatCannotBeDrawn) {
  EXPECT_THROW(static_cast<void>(to_svg({})), std::invalid_argument);
  Plot few;
  few.curves = {curve({0, 1}, {1})};
  EXPECT_THROW(static_cast<void>(to_svg(few)), std::invalid_argument);
  Plot negative = {.log_y = true};
  negative.curves = {curve({0, 1}, {1, -1})};
  EXPECT_THROW(static_cast<void>(to_svg(negative)), std::invalid_argument);
}

}  // namespace
}  // namespace gradus::notes

#include "training/confusion_chart.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/training/samples.hpp"

namespace gradus::training {
namespace {

using testing::HasSubstr;

const std::array<std::string, kClasses> kClothes = {
    "T-shirt/top", "trouser", "pullover", "dress", "coat",
    "sandal",      "shirt",   "sneaker",  "bag",   "ankle boot"};

TEST(ConfusionChart, EveryCellSaysWhatItCounts) {
  const std::string svg = confusion_svg(*sample_report().dev, kClothes);
  EXPECT_THAT(svg, HasSubstr("<title>pullover read as sneaker: 1 of 1 (100.0 %)</title>"));
  EXPECT_THAT(svg, HasSubstr("<title>T-shirt/top read as T-shirt/top: 1 of 1 (100.0 %)</title>"));
  EXPECT_THAT(svg, HasSubstr("<title>trouser read as bag: 0 of 1 (0.0 %)</title>"));
}

TEST(ConfusionChart, ErrorsAreColouredByTheRootOfTheirShare) {
  Answers answers = *sample_report().dev;
  answers.counts(0, 1) = 100.0;
  answers.counts(0, 2) = 25.0;
  const std::string svg = confusion_svg(answers, kClothes);
  EXPECT_THAT(svg, HasSubstr("class=\"wrong\" x=\"162.0\" y=\"104.0\" width=\"43.0\" "
                             "height=\"43.0\" rx=\"4\" fill-opacity=\"0.85\""));
  EXPECT_THAT(svg, HasSubstr("class=\"wrong\" x=\"208.0\" y=\"104.0\" width=\"43.0\" "
                             "height=\"43.0\" rx=\"4\" fill-opacity=\"0.42\""));
}

TEST(ConfusionChart, CanBeDrawnOfNoImagesAtAll) {
  Answers answers;
  answers.counts = Array({kClasses, kClasses});
  EXPECT_THAT(confusion_svg(answers, kClothes), HasSubstr("</svg>"));
}

}  // namespace
}  // namespace gradus::training

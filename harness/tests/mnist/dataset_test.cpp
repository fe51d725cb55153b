#include "mnist/dataset.hpp"

#include <array>
#include <gtest/gtest.h>

#include "mnist/sources.hpp"
#include "tiny_data.hpp"

namespace gradus::mnist {
namespace {

using test::tiny_images;
using test::tiny_labels;

Digits tiny(Index count, std::uint64_t seed) {
  return join(tiny_images(count, seed), tiny_labels(count), "tiny");
}

TEST(Dataset, JoinsAsManyImagesAsLabels) {
  EXPECT_EQ(tiny(7, 1).size(), 7);
  EXPECT_THROW(join(tiny_images(7, 1), tiny_labels(6), "tiny"), IdxError);
}

TEST(Dataset, SliceKeepsImagesWithTheirLabels) {
  const Digits all = tiny(20, 1);
  const Digits part = slice(all, 12, 5);
  ASSERT_EQ(part.size(), 5);
  for (Index i = 0; i < 5; ++i) {
    const auto expected = all.images.image(12 + i);
    const auto found = part.images.image(i);
    EXPECT_TRUE(std::equal(expected.begin(), expected.end(), found.begin(), found.end()));
    EXPECT_EQ(part.labels[static_cast<std::size_t>(i)], (12 + i) % 10);
  }
}

TEST(Dataset, SliceRefusesWhatIsNotThere) {
  const Digits all = tiny(20, 1);
  EXPECT_NO_THROW(slice(all, 0, 20));
  EXPECT_EQ(slice(all, 20, 0).size(), 0);
  EXPECT_THROW(slice(all, 1, 20), std::out_of_range);
  EXPECT_THROW(slice(all, -1, 2), std::out_of_range);
  EXPECT_THROW(slice(all, 2, -1), std::out_of_range);
  EXPECT_THROW(slice(all, 21, 0), std::out_of_range);
}

TEST(Dataset, SplitTakesTheFirstForTrainingAndTheLastForChoosing) {
  const Digits training = tiny(20, 1);
  const Digits test = tiny(10, 2);
  const Split parts = split(training, test, {14, 4, 9});
  EXPECT_EQ(parts.train, slice(training, 0, 14));
  EXPECT_EQ(parts.dev, slice(training, 16, 4));
  EXPECT_EQ(parts.test, slice(test, 0, 9));
}

TEST(Dataset, SplitRefusesPartsThatOverlap) {
  EXPECT_NO_THROW(split(tiny(20, 1), tiny(10, 2), {15, 5, 10}));
  EXPECT_THROW(split(tiny(20, 1), tiny(10, 2), {15, 6, 10}), std::out_of_range);
  EXPECT_THROW(split(tiny(20, 1), tiny(10, 2), {15, 5, 11}), std::out_of_range);
}

TEST(Dataset, TheCoursesSplitsAreFixed) {
  EXPECT_EQ(source(Kind::mnist).sizes, (SplitSizes{50'000, 10'000, 10'000}));
  EXPECT_EQ(source(Kind::fashion).sizes, (SplitSizes{50'000, 10'000, 10'000}));
  EXPECT_EQ(source(Kind::sample).sizes, (SplitSizes{5'000, 500, 500}));
}

TEST(Dataset, KindsHaveNames) {
  for (const Kind kind : {Kind::mnist, Kind::sample, Kind::fashion}) {
    EXPECT_EQ(kind_from_name(kind_name(kind)), kind);
    EXPECT_EQ(source(kind).kind, kind);
  }
  EXPECT_THROW(kind_from_name("MNIST"), std::invalid_argument);
}

std::array<int, 10> count_classes(const Labels& labels) {
  std::array<int, 10> counts{};
  for (const std::uint8_t label : labels) ++counts.at(label);
  return counts;
}

TEST(Sample, HoldsTheSameNumberOfEveryDigit) {
  LoadOptions options;
  options.wanted = source(Kind::sample);
  const Loaded loaded = load(options);
  EXPECT_EQ(loaded.kind, Kind::sample);
  EXPECT_FALSE(loaded.fell_back);
  EXPECT_EQ(loaded.split.train.images.rows, 28);
  EXPECT_EQ(loaded.split.train.images.cols, 28);
  for (const int count : count_classes(loaded.split.train.labels)) EXPECT_EQ(count, 500);
  for (const int count : count_classes(loaded.split.dev.labels)) EXPECT_EQ(count, 50);
  for (const int count : count_classes(loaded.split.test.labels)) EXPECT_EQ(count, 50);
}

}  // namespace
}  // namespace gradus::mnist

#include "mnist/transform.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <gtest/gtest.h>

#include "tiny_data.hpp"

namespace gradus::mnist {
namespace {

constexpr Index kPixels = 400;

Digits constant_images(Index count, std::uint8_t value) {
  Digits digits;
  digits.images = {count, 20, 20,
                   std::vector<std::uint8_t>(static_cast<std::size_t>(count * kPixels), value)};
  digits.labels = test::tiny_labels(count);
  return digits;
}

Digits random_images(Index count) {
  Digits digits = constant_images(count, 0);
  Random random(11);
  for (std::uint8_t& pixel : digits.images.pixels) {
    pixel = static_cast<std::uint8_t>(random.below(256));
  }
  return digits;
}

constexpr TransformOptions kPermutationsOnly{
    .permute_pixels = true, .permute_labels = true, .gain = 0, .noise = 0, .background = 1};

constexpr TransformOptions only_gain(double gain) {
  return {
      .permute_pixels = false, .permute_labels = false, .gain = gain, .noise = 0, .background = 1};
}

constexpr TransformOptions only_noise(int noise, double background) {
  return {.permute_pixels = false,
          .permute_labels = false,
          .gain = 0,
          .noise = noise,
          .background = background};
}

TEST(Transform, PermutationsCanBeUndone) {
  const Digits digits = random_images(30);
  const Transform transform(5, kPixels, 10, kPermutationsOnly);
  const Digits disguised = transform.apply(digits, "train");
  ASSERT_NE(disguised, digits);
  for (Index i = 0; i < digits.size(); ++i) {
    const auto from = digits.images.image(i);
    const auto to = disguised.images.image(i);
    for (std::size_t p = 0; p < to.size(); ++p) {
      ASSERT_EQ(to[p], from[static_cast<std::size_t>(transform.pixel_source()[p])]);
    }
    const auto n = static_cast<std::size_t>(i);
    EXPECT_EQ(disguised.labels[n], transform.label_image()[digits.labels[n]]);
  }
}

TEST(Transform, PixelAndClassOrdersAreTruePermutations) {
  const Transform transform(5, kPixels, 10);
  for (std::vector<Index> order : {transform.pixel_source(), transform.label_image()}) {
    EXPECT_FALSE(std::is_sorted(order.begin(), order.end()));
    std::sort(order.begin(), order.end());
    for (std::size_t i = 0; i < order.size(); ++i) EXPECT_EQ(order[i], static_cast<Index>(i));
  }
}

TEST(Transform, IsTheSameForTheSameSeed) {
  const Digits digits = random_images(10);
  EXPECT_EQ(Transform(5, kPixels, 10).apply(digits, "train"),
            Transform(5, kPixels, 10).apply(digits, "train"));
}

TEST(Transform, DiffersBetweenSeeds) {
  const Transform one(5, kPixels, 10);
  const Transform other(6, kPixels, 10);
  EXPECT_NE(one.pixel_source(), other.pixel_source());
  EXPECT_NE(one.label_image(), other.label_image());
}

TEST(Transform, GivesPartsIndependentNoise) {
  const Digits digits = random_images(10);
  const Transform transform(5, kPixels, 10);
  EXPECT_NE(transform.apply(digits, "train").images, transform.apply(digits, "test").images);
  EXPECT_EQ(transform.apply(digits, "train").labels, transform.apply(digits, "test").labels);
}

TEST(Transform, GivesEqualImagesDifferentNoise) {
  const Digits disguised = Transform(5, kPixels, 10).apply(constant_images(2, 100), "train");
  const auto first = disguised.images.image(0);
  const auto second = disguised.images.image(1);
  EXPECT_FALSE(std::equal(first.begin(), first.end(), second.begin()));
}

TEST(Transform, GainIsOneFactorForAWholeImageWithinItsBounds) {
  const Digits disguised =
      Transform(5, kPixels, 10, only_gain(0.3)).apply(constant_images(300, 100), "train");
  std::uint8_t least = 255;
  std::uint8_t most = 0;
  for (Index i = 0; i < disguised.size(); ++i) {
    const auto image = disguised.images.image(i);
    EXPECT_TRUE(std::all_of(image.begin(), image.end(), [&](auto v) { return v == image[0]; }));
    least = std::min(least, image[0]);
    most = std::max(most, image[0]);
  }
  EXPECT_GE(least, 70);
  EXPECT_LE(least, 73);
  EXPECT_LE(most, 130);
  EXPECT_GE(most, 127);
}

TEST(Transform, NoiseIsUniformBetweenItsBounds) {
  const Digits disguised =
      Transform(5, kPixels, 10, only_noise(2, 1)).apply(constant_images(100, 100), "train");
  std::array<int, 256> seen{};
  for (const std::uint8_t value : disguised.images.pixels) ++seen[value];
  // 40,000 pixels over five values: 8,000 each, with standard deviation 80.
  for (std::size_t value = 98; value <= 102; ++value) EXPECT_NEAR(seen[value], 8000, 400);
}

TEST(Transform, ClampsToBytes) {
  const Digits dark =
      Transform(5, kPixels, 10, only_noise(32, 1)).apply(constant_images(50, 0), "train");
  EXPECT_EQ(*std::max_element(dark.images.pixels.begin(), dark.images.pixels.end()), 32);
  const Digits white =
      Transform(5, kPixels, 10, only_noise(32, 1)).apply(constant_images(50, 255), "train");
  EXPECT_EQ(*std::min_element(white.images.pixels.begin(), white.images.pixels.end()), 223);
}

TEST(Transform, BackgroundShareSaysHowMuchBackgroundGetsNoise) {
  const Digits digits = constant_images(100, 0);
  const auto share_changed = [&](double background) {
    const Digits disguised =
        Transform(5, kPixels, 10, only_noise(32, background)).apply(digits, "train");
    const auto changed =
        std::count_if(disguised.images.pixels.begin(), disguised.images.pixels.end(),
                      [](std::uint8_t value) { return value != 0; });
    return static_cast<double>(changed) / static_cast<double>(disguised.images.pixels.size());
  };
  // 32 of the 65 noise values are positive; the others leave a zero pixel at zero.
  EXPECT_EQ(share_changed(0.0), 0.0);
  EXPECT_NEAR(share_changed(0.1), 0.1 * 32 / 65, 0.005);
  EXPECT_NEAR(share_changed(1.0), 32.0 / 65, 0.015);
}

TEST(Transform, BackgroundShareLeavesInkAlone) {
  const Digits disguised =
      Transform(5, kPixels, 10, only_noise(32, 0)).apply(constant_images(10, 100), "train");
  const auto same =
      std::count(disguised.images.pixels.begin(), disguised.images.pixels.end(), std::uint8_t{100});
  EXPECT_LT(same, static_cast<std::ptrdiff_t>(disguised.images.pixels.size() / 20));
}

TEST(Transform, RefusesWhatMakesNoSense) {
  EXPECT_THROW(Transform(5, 0, 10), std::invalid_argument);
  EXPECT_THROW(Transform(5, kPixels, 0), std::invalid_argument);
  EXPECT_THROW(Transform(5, kPixels, 257), std::invalid_argument);
  EXPECT_THROW(Transform(5, kPixels, 10, only_gain(1.0)), std::invalid_argument);
  EXPECT_THROW(Transform(5, kPixels, 10, only_gain(std::nan(""))), std::invalid_argument);
  EXPECT_THROW(Transform(5, kPixels, 10, only_noise(-1, 1)), std::invalid_argument);
  EXPECT_THROW(Transform(5, kPixels, 10, only_noise(1, 1.1)), std::invalid_argument);
  EXPECT_THROW((void)Transform(5, kPixels - 1, 10).apply(random_images(1), "train"),
               std::invalid_argument);
  EXPECT_THROW((void)Transform(5, kPixels, 9).apply(random_images(10), "train"),
               std::invalid_argument);
}

TEST(Transform, DisguisesEachPartOfASplitAsThatPart) {
  const Split split{random_images(3), random_images(4), random_images(5)};
  const Transform transform(5, kPixels, 10);
  const Split disguised = apply(transform, split);
  EXPECT_EQ(disguised.train, transform.apply(split.train, "train"));
  EXPECT_EQ(disguised.dev, transform.apply(split.dev, "dev"));
  EXPECT_EQ(disguised.test, transform.apply(split.test, "test"));
}

TEST(Transform, GivesTheSameBytesOnEveryMachine) {
  const Digits disguised =
      Transform(2024, 6, 10)
          .apply(join(test::tiny_images(20, 1), test::tiny_labels(20), "tiny"), "train");
  EXPECT_EQ(sha256(to_idx(disguised.images)),
            "509eb351e7f290f4a076432dbfdee5954396f13c75e603147db6807e725b9767");
}

}  // namespace
}  // namespace gradus::mnist

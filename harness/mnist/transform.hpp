#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "mnist/dataset.hpp"

namespace gradus::mnist {

/// How strongly images are disguised.
struct TransformOptions {
  bool permute_pixels = true;
  bool permute_labels = true;

  /// Each image is multiplied by a factor of its own, uniform in [1 - gain, 1 + gain).
  double gain = 0.3;

  /// Each pixel gets a whole number of its own, uniform in [-noise, noise].
  int noise = 32;

  /// The share of background pixels (value 0) that get noise, 0 to 1, chosen at random in each
  /// image. Training skips zero inputs, so noise on all of them makes it slower.
  double background = 1.0;
};

/// The secret disguise of one official run, drawn from the run's seed.
///
/// All published test images can be recognised, so a submission could carry their labels. The
/// official run therefore trains and tests on disguised images: one permutation of the pixels for
/// all images and one of the classes, and for each image a gain and noise. To a network without a
/// notion of neighbourhood, permuted pixels and classes are the same problem.
///
/// A result v -> round(gain * v) + noise is clamped to 0..255, as pixels are bytes.
class Transform {
 public:
  /// @param seed the run's secret seed; the same seed gives the same disguise everywhere.
  /// @param pixels per image.
  /// @param classes labels lie in 0 .. classes - 1.
  /// @throws std::invalid_argument for sizes that are not positive, more than 256 classes, or
  ///   options out of range.
  Transform(std::uint64_t seed, Index pixels, Index classes, const TransformOptions& options = {});

  /// The disguised images, in the same order.
  /// @param part "train", "dev" or "test": parts have independent gains and noise.
  /// @throws std::invalid_argument if the images or labels do not fit the constructor's sizes.
  [[nodiscard]] Digits apply(Digits digits, const std::string& part) const;

  /// Pixel p of a disguised image was pixel pixel_source()[p].
  [[nodiscard]] const std::vector<Index>& pixel_source() const { return pixel_source_; }

  /// Class c became label_image()[c].
  [[nodiscard]] const std::vector<Index>& label_image() const { return label_image_; }

 private:
  void disguise(std::span<const std::uint8_t> from, std::span<std::uint8_t> to,
                std::uint64_t seed) const;

  std::uint64_t seed_;
  TransformOptions options_;
  std::vector<Index> pixel_source_;
  std::vector<Index> label_image_;
};

/// All three parts disguised.
Split apply(const Transform& transform, Split split);

}  // namespace gradus::mnist

#include "mnist/transform.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <utility>

#include "protocol/random.hpp"

namespace gradus::mnist {
namespace {

constexpr int kWhite = 255;
constexpr Index kMaxClasses = 256;

std::vector<Index> order(bool permuted, Index n, std::uint64_t seed) {
  if (permuted) return Random(seed).permutation(n);
  std::vector<Index> identity(static_cast<std::size_t>(n));
  std::iota(identity.begin(), identity.end(), Index{0});
  return identity;
}

void require(bool condition, const std::string& what) {
  if (!condition) throw std::invalid_argument("the disguise of the images needs " + what);
}

}  // namespace

Transform::Transform(std::uint64_t seed, Index pixels, Index classes,
                     const TransformOptions& options)
    : seed_(seed), options_(options) {
  require(pixels > 0, "at least one pixel");
  require(classes > 0 && classes <= kMaxClasses, "1 to 256 classes");
  require(options.gain >= 0 && options.gain < 1, "a gain from 0 to below 1");
  require(options.noise >= 0 && options.noise <= kWhite, "noise from 0 to 255");
  require(options.background >= 0 && options.background <= 1, "a background share from 0 to 1");
  pixel_source_ = order(options.permute_pixels, pixels, seed_for(seed, "transform.pixels"));
  label_image_ = order(options.permute_labels, classes, seed_for(seed, "transform.labels"));
}

Digits Transform::apply(Digits digits, const std::string& part) const {
  require(digits.images.pixels_per_image() == static_cast<Index>(pixel_source_.size()),
          "images of " + std::to_string(pixel_source_.size()) + " pixels");
  std::vector<std::uint8_t> original(pixel_source_.size());
  for (Index i = 0; i < digits.size(); ++i) {
    const std::span<std::uint8_t> image = digits.images.image(i);
    std::copy(image.begin(), image.end(), original.begin());
    disguise(original, image,
             seed_for(seed_, "transform.image." + part, static_cast<std::uint64_t>(i)));
  }
  for (std::uint8_t& label : digits.labels) {
    require(label < label_image_.size(), "labels below " + std::to_string(label_image_.size()));
    label = static_cast<std::uint8_t>(label_image_[label]);
  }
  return digits;
}

void Transform::disguise(std::span<const std::uint8_t> from, std::span<std::uint8_t> to,
                         std::uint64_t seed) const {
  Random random(seed);
  const double gain = random.uniform(1.0 - options_.gain, 1.0 + options_.gain);
  const double noise_values = 2.0 * options_.noise + 1.0;
  for (std::size_t p = 0; p < to.size(); ++p) {
    const std::uint8_t pixel = from[static_cast<std::size_t>(pixel_source_[p])];
    const bool noisy = pixel != 0 || random.chance(options_.background);
    // The numbers are not negative: a conversion rounds them down, faster than std::floor().
    const int noise =
        noisy ? static_cast<int>(random.uniform() * noise_values) - options_.noise : 0;
    const int grey = static_cast<int>(gain * pixel + 0.5);  // NOLINT(bugprone-incorrect-roundings)
    to[p] = static_cast<std::uint8_t>(std::clamp(grey + noise, 0, kWhite));
  }
}

Split apply(const Transform& transform, Split split) {
  return {transform.apply(std::move(split.train), "train"),
          transform.apply(std::move(split.dev), "dev"),
          transform.apply(std::move(split.test), "test")};
}

}  // namespace gradus::mnist

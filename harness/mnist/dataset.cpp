#include "mnist/dataset.hpp"

#include <stdexcept>
#include <utility>

namespace gradus::mnist {

Digits join(Images images, Labels labels, const std::string& name) {
  if (images.count != static_cast<Index>(labels.size())) {
    throw IdxError(name, 4,
                   "found " + std::to_string(images.count) + " images and " +
                       std::to_string(labels.size()) + " labels, expected as many of both");
  }
  return {std::move(images), std::move(labels)};
}

Digits slice(const Digits& digits, Index first, Index count) {
  if (first < 0 || count < 0 || first > digits.size() || count > digits.size() - first) {
    throw std::out_of_range("a part of " + std::to_string(count) + " images from image " +
                            std::to_string(first) + " was asked for, and there are " +
                            std::to_string(digits.size()));
  }
  Digits part;
  part.images.count = count;
  part.images.rows = digits.images.rows;
  part.images.cols = digits.images.cols;
  const Index pixels = digits.images.pixels_per_image();
  const auto pixel = digits.images.pixels.begin() + first * pixels;
  part.images.pixels.assign(pixel, pixel + count * pixels);
  const auto label = digits.labels.begin() + first;
  part.labels.assign(label, label + count);
  return part;
}

namespace {

/// As slice() from 0, without a copy.
Digits first(Digits digits, Index count) {
  digits.images.count = count;
  digits.images.pixels.resize(static_cast<std::size_t>(count * digits.images.pixels_per_image()));
  digits.labels.resize(static_cast<std::size_t>(count));
  return digits;
}

}  // namespace

Split split(Digits training_file, const Digits& test_file, const SplitSizes& sizes) {
  if (sizes.train + sizes.dev > training_file.size()) {
    throw std::out_of_range("the split needs " + std::to_string(sizes.train) + " + " +
                            std::to_string(sizes.dev) + " training images, and there are " +
                            std::to_string(training_file.size()));
  }
  Digits dev = slice(training_file, training_file.size() - sizes.dev, sizes.dev);
  return {first(std::move(training_file), sizes.train), std::move(dev),
          slice(test_file, 0, sizes.test)};
}

}  // namespace gradus::mnist

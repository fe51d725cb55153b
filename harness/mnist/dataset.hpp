#pragma once

#include <string>

#include "mnist/idx.hpp"
#include "mnist/source.hpp"

namespace gradus::mnist {

/// Images with the class of each: images.count == labels.size().
struct Digits {
  Images images;
  Labels labels;

  [[nodiscard]] Index size() const { return images.count; }
  bool operator==(const Digits&) const = default;
};

/// Puts images and labels together.
/// @param name what to call the two in messages.
/// @throws IdxError unless there is one label for each image.
Digits join(Images images, Labels labels, const std::string& name);

/// A copy of `count` images with their labels, from image `first` on.
/// @throws std::out_of_range if there are not so many.
Digits slice(const Digits& digits, Index first, Index count);

/// A data set as the course uses it. Labels of `test` never leave the trusted process.
struct Split {
  Digits train;
  Digits dev;
  Digits test;
};

/// Divides the training file: the first sizes.train images are for training, the last sizes.dev
/// for choosing (the two do not overlap). The first sizes.test of the test file are the test.
/// @throws std::out_of_range if a file holds fewer images.
Split split(Digits training_file, const Digits& test_file, const SplitSizes& sizes);

}  // namespace gradus::mnist

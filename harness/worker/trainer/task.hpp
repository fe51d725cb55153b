#pragma once

#include <cstdint>
#include <vector>

#include "nn/dataset.hpp"
#include "nn/training.hpp"
#include "training/named_array.hpp"

namespace gradus::trainer {

/// What the trainer is asked to do.
///
/// It comes as an encoded request in a file: the labels of train and dev, the number of test
/// images, epochs, learning rate, seed, then values to start from, if any; blob: the pixels of
/// train, dev and test, then the names of those values, one a line.
struct Task {
  nn::Dataset train;
  nn::Dataset dev;
  nn::Dataset test;  ///< its labels stay with the caller: all of them are 0 here
  nn::TrainingOptions options;
  std::uint64_t seed = 0;
  std::vector<training::NamedArray> start;  ///< empty: the lab's own first values

  /// \param file written by our own program
  [[nodiscard]] static Task read(const char* file);
};

}  // namespace gradus::trainer

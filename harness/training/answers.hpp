#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "protocol/array.hpp"

namespace gradus::training {

inline constexpr int kClasses = 10;

/// An image that the model got wrong.
struct Mistake {
  Index image = 0;           ///< its position among the images
  int label = 0;             ///< what it is
  int answer = 0;            ///< what the model said
  double probability = 0.0;  ///< that the model gave to its answer
  bool operator==(const Mistake&) const = default;
};

/// How often an image of one class was taken for another.
struct Confusion {
  int label = 0;
  int answer = 0;
  Index count = 0;
  bool operator==(const Confusion&) const = default;
};

/// What a model answers on labelled images.
struct Answers {
  Index images = 0;
  Index right = 0;
  Index none = 0;                 ///< images without an answer: a logit is not a finite number
  Array counts;                   ///< 10 x 10: row = label, column = answer
  std::vector<Mistake> mistakes;  ///< the surest first

  [[nodiscard]] double accuracy() const;
  /// The most frequent errors first, of equals in the order of the classes.
  [[nodiscard]] std::vector<Confusion> confusions(std::size_t most) const;
};

/// Judges logits by labels: the answer is the class with the largest logit (of equals the first),
/// its probability that of softmax.
/// \param logits 10 x images; any numbers
/// \param labels one for each image, 0 to 9
/// \throws std::invalid_argument if these do not fit together
[[nodiscard]] Answers judge(const Array& logits, std::span<const std::uint8_t> labels);

}  // namespace gradus::training

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "protocol/array.hpp"

namespace gradus::training {

/// What one epoch came to.
struct Epoch {
  double train_loss = 0.0;      ///< as the student's log says, like the two accuracies
  double train_accuracy = 0.0;  ///< 0 to 1
  double dev_accuracy = 0.0;    ///< 0 to 1
  /// Mean loss over the dev images. Nothing if the model did not change during the epoch, so that
  /// what was trained must be something else: a copy that only the student's code knows.
  std::optional<double> dev_loss;
  double seconds = 0.0;  ///< its training, and the student's evaluation
  bool operator==(const Epoch&) const = default;
};

/// How a training run ended.
enum class Ending {
  kFinished,
  kStoppedByHand,  ///< Ctrl-C
  kException,      ///< thrown by the student's code
};

/// A parameter of the model, before and after the training: two arrays of one shape.
struct Parameter {
  std::string name;
  Array before;
  Array after;
  bool operator==(const Parameter&) const = default;
};

/// All that a run of the trainer has found out.
struct Outcome {
  Ending ending = Ending::kFinished;
  int last_epoch = 0;   ///< the one in which it was stopped, from 1 on; 0 if it finished
  std::string message;  ///< what the exception said
  std::vector<Epoch> epochs;
  Array dev_logits;   ///< classes x images; 0 x 0 if the model gave none
  Array test_logits;  ///< the same
  std::vector<Parameter> parameters;
  bool operator==(const Outcome&) const = default;
};

/// What came back is not an outcome, or not one of this run. The message says what is wrong.
class OutcomeError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What the logits of an outcome must look like.
struct Expected {
  Index classes = 0;
  Index dev = 0;
  Index test = 0;
};

/// Exit statuses of the trainer other than 0. They are odd ones, as the student's code may call
/// exit() with any usual one.
inline constexpr int kNoOutcome = 41;   ///< the student's code gave none, and was told why
inline constexpr int kWrongStart = 42;  ///< the parameters to start from are not the model's

inline constexpr Index kMaxEpochs = 10'000;
inline constexpr std::size_t kMaxParameters = 256;
inline constexpr Index kMaxName = 200;  ///< bytes of a parameter's name

/// As a message of the protocol (a reply).
/// \throws std::logic_error if an array does not hold as many values as its shape says
[[nodiscard]] std::vector<std::byte> encode(const Outcome& outcome);

/// Reads what the trainer wrote. The student's code ran in that process, so it may be anything.
///
/// Sizes, shapes, counts and names are as described above when this returns. The numbers are not:
/// a loss may be NaN, an accuracy 1e300, a time negative.
/// \throws OutcomeError if the bytes are anything else
[[nodiscard]] Outcome decode_outcome(std::span<const std::byte> bytes, const Expected& expected);

}  // namespace gradus::training

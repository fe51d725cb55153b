#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "training/outcome.hpp"

namespace gradus::training {

/// What a learning curve shows.
enum class Verdict {
  kNoCurve,      ///< not one epoch was finished
  kDiverged,     ///< a loss or a parameter is beyond all bounds, or no number
  kOneEpoch,     ///< a point is no curve
  kRising,       ///< the training loss went up
  kNotLearning,  ///< no better than guessing
  kOverfitting,  ///< dev gets worse while train gets better
  kUndecided,    ///< dev got worse, but in the last epoch only
  kImproving,    ///< the last epoch still helped
  kLevel,        ///< more epochs would change little
};

/// "overfitting", "still_improving": how report.json calls a verdict.
[[nodiscard]] std::string_view name(Verdict verdict);

/// What to read from a curve.
struct Reading {
  Verdict verdict = Verdict::kNoCurve;
  std::string sentence;
  bool operator==(const Reading&) const = default;
};

/// What the reading depends on.
struct Curve {
  std::span<const Epoch> epochs;
  double learning_rate = 0.0;
  bool finite_parameters = true;  ///< at the end of the run
  int classes = 10;
};

/// Reads a learning curve as somebody with experience would, in one sentence: what happened, why,
/// and what to try. The numbers of the epochs may be anything.
///
/// Dev loss shows overfitting before dev accuracy does, so it decides where every epoch has it.
/// A change of less than 1 %, or a rise of less than 5 %, is taken for the noise of stochastic
/// gradient descent.
[[nodiscard]] Reading read_curve(const Curve& curve);

/// Position of the epoch with the least dev loss; nothing unless every epoch has a finite one.
[[nodiscard]] std::optional<std::size_t> least_dev_loss(std::span<const Epoch> epochs);

/// Position of the epoch with the highest dev accuracy, of equals the first; nothing if no epoch
/// has a finite one.
[[nodiscard]] std::optional<std::size_t> best_dev_accuracy(std::span<const Epoch> epochs);

}  // namespace gradus::training

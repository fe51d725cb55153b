#include "training/reading.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "training/numbers.hpp"

namespace gradus::training {
namespace {

/// No loss of a model that answers anything: it would be 1e-434294 sure of what is right.
constexpr double kBeyondBounds = 1e6;
constexpr double kNoise = 0.01;
constexpr double kRise = 0.05;
/// Of the accuracy that guessing has.
constexpr double kBetterThanGuessing = 1.5;

std::string loss(double x) { return number_text(x, 4); }

std::string epoch_number(std::size_t position) { return "epoch " + std::to_string(position + 1); }

std::string smaller_rate(const Curve& curve) {
  if (!(curve.learning_rate > 0.0)) return "try a smaller learning rate";
  return "try a learning rate ten times smaller (--learning-rate " +
         setting_text(curve.learning_rate / 10.0) + ")";
}

/// False for NaN too.
bool within_bounds(const Epoch& e) {
  return std::abs(e.train_loss) <= kBeyondBounds &&
         (!e.dev_loss || std::abs(*e.dev_loss) <= kBeyondBounds);
}

Reading diverged(const Curve& curve) {
  const auto bad = std::find_if_not(curve.epochs.begin(), curve.epochs.end(), within_bounds);
  const auto position = static_cast<std::size_t>(bad - curve.epochs.begin());
  return {Verdict::kDiverged, "Diverged in " + epoch_number(position) +
                                  ": the numbers grew beyond all bounds, mostly because the steps "
                                  "are too long; " +
                                  smaller_rate(curve) + "."};
}

Reading not_learning(const Curve& curve, double best_accuracy) {
  const double first = curve.epochs.front().train_loss;
  const double last = curve.epochs.back().train_loss;
  const std::string why =
      last < first * (1.0 - kNoise)
          ? "the train loss does fall, so compare what evaluates with what trains."
          : "either the steps are far too short, or the gradient does not reach the "
            "parameters that are evaluated.";
  return {Verdict::kNotLearning, "Not learning: the best dev accuracy is " +
                                     percent_text(best_accuracy) + ", and guessing would have " +
                                     percent_text(1.0 / curve.classes, 0) + "; " + why};
}

Reading read_dev_loss(std::span<const Epoch> epochs, std::size_t best) {
  const Epoch& last = epochs.back();
  const double least = *epochs[best].dev_loss;
  const std::size_t after = epochs.size() - 1 - best;
  const auto later = epochs.last(after);
  const double sum = std::accumulate(later.begin(), later.end(), 0.0,
                                     [](double s, const Epoch& e) { return s + *e.dev_loss; });
  const bool has_risen = after >= 2 && *last.dev_loss > least * (1.0 + kRise) &&
                         sum > static_cast<double>(after) * least * (1.0 + kRise);
  // Where train gets no better either, it is the noise of long steps.
  if (has_risen && last.train_loss < epochs[best].train_loss &&
      last.train_accuracy > epochs[best].train_accuracy) {
    return {Verdict::kOverfitting,
            "Overfitting after " + epoch_number(best) + ": since then the dev loss rises (" +
                loss(least) + " to " + loss(*last.dev_loss) +
                ") while the train loss still falls (" + loss(epochs[best].train_loss) + " to " +
                loss(last.train_loss) +
                "), so the network learns its training images by heart; the parameters to keep are "
                "those of " +
                epoch_number(best) + "."};
  }
  const double before = *epochs[epochs.size() - 2].dev_loss;
  if (after == 0 && *last.dev_loss < before * (1.0 - kNoise)) {
    return {Verdict::kImproving, "Still improving: the dev loss fell in the last epoch too (" +
                                     loss(before) + " to " + loss(*last.dev_loss) +
                                     "), so more epochs would probably help."};
  }
  if (after == 1 && *last.dev_loss > least * (1.0 + kRise)) {
    return {Verdict::kUndecided,
            "Undecided: the dev loss rose in the last epoch (" + loss(least) + " to " +
                loss(*last.dev_loss) +
                "), and one or two epochs more would show whether that is overfitting or the noise "
                "of single steps."};
  }
  return {Verdict::kLevel, "Levelled off: the dev loss is least after " + epoch_number(best) +
                               " (" + loss(least) + ") and " + loss(*last.dev_loss) +
                               " at the end, so more epochs of this length of step would change "
                               "little."};
}

Reading read_accuracy(std::span<const Epoch> epochs, std::size_t best) {
  const Epoch& last = epochs.back();
  const double highest = epochs[best].dev_accuracy;
  const std::size_t after = epochs.size() - 1 - best;
  const double errors = 1.0 - highest;
  const bool has_fallen = after >= 2 && 1.0 - last.dev_accuracy > errors * (1.0 + 2 * kRise);
  if (has_fallen && last.train_loss < epochs[best].train_loss) {
    return {Verdict::kOverfitting,
            "Overfitting after " + epoch_number(best) + ": since then the dev accuracy falls (" +
                percent_text(highest) + " to " + percent_text(last.dev_accuracy) +
                ") while the train loss still falls; the parameters to keep are those of " +
                epoch_number(best) + "."};
  }
  const double before = epochs[epochs.size() - 2].dev_accuracy;
  if (after == 0 && last.dev_accuracy > before) {
    return {Verdict::kImproving, "Still improving: the dev accuracy rose in the last epoch too (" +
                                     percent_text(before) + " to " +
                                     percent_text(last.dev_accuracy) +
                                     "), so more epochs would probably help."};
  }
  return {Verdict::kLevel, "Levelled off: the dev accuracy is highest after " + epoch_number(best) +
                               " (" + percent_text(highest) + ") and " +
                               percent_text(last.dev_accuracy) +
                               " at the end, so more epochs would change little."};
}

}  // namespace

std::string_view name(Verdict verdict) {
  switch (verdict) {
    case Verdict::kNoCurve:
      return "no_curve";
    case Verdict::kDiverged:
      return "diverged";
    case Verdict::kOneEpoch:
      return "one_epoch";
    case Verdict::kRising:
      return "loss_rising";
    case Verdict::kNotLearning:
      return "not_learning";
    case Verdict::kOverfitting:
      return "overfitting";
    case Verdict::kUndecided:
      return "undecided";
    case Verdict::kImproving:
      return "still_improving";
    case Verdict::kLevel:
      return "levelled_off";
  }
  return "";
}

std::optional<std::size_t> least_dev_loss(std::span<const Epoch> epochs) {
  if (epochs.empty()) return std::nullopt;
  std::size_t best = 0;
  for (std::size_t i = 0; i < epochs.size(); ++i) {
    if (!epochs[i].dev_loss || !std::isfinite(*epochs[i].dev_loss)) return std::nullopt;
    if (*epochs[i].dev_loss < *epochs[best].dev_loss) best = i;
  }
  return best;
}

std::optional<std::size_t> best_dev_accuracy(std::span<const Epoch> epochs) {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < epochs.size(); ++i) {
    const double accuracy = epochs[i].dev_accuracy;
    if (std::isfinite(accuracy) && (!best || accuracy > epochs[*best].dev_accuracy)) best = i;
  }
  return best;
}

Reading read_curve(const Curve& curve) {
  const auto epochs = curve.epochs;
  if (!curve.finite_parameters || !std::all_of(epochs.begin(), epochs.end(), within_bounds)) {
    return diverged(curve);
  }
  if (epochs.empty()) {
    return {Verdict::kNoCurve, "Not one epoch was finished, so there is no curve to read yet."};
  }
  const Epoch& first = epochs.front();
  const Epoch& last = epochs.back();
  const auto best = best_dev_accuracy(epochs);
  if (epochs.size() == 1) {
    return {Verdict::kOneEpoch, "One epoch is a point and not a curve: the dev accuracy is " +
                                    percent_text(first.dev_accuracy) +
                                    " so far; train for more epochs to see where it goes."};
  }
  if (last.train_loss > first.train_loss * (1.0 + kRise) &&
      last.train_loss > first.train_loss + kNoise) {
    return {Verdict::kRising, "The train loss rises (" + loss(first.train_loss) + " to " +
                                  loss(last.train_loss) +
                                  "): the steps are too long, or they go up instead of down; " +
                                  smaller_rate(curve) + "."};
  }
  const double best_accuracy = best ? epochs[*best].dev_accuracy : 0.0;
  if (best_accuracy < kBetterThanGuessing / curve.classes) {
    return not_learning(curve, best_accuracy);
  }
  const auto least = least_dev_loss(epochs);
  return least ? read_dev_loss(epochs, *least) : read_accuracy(epochs, *best);
}

}  // namespace gradus::training

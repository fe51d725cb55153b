#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "check/replay.hpp"
#include "check/training_story.hpp"
#include "check/trial.hpp"

/// Checks that the training loops of TP1 and TP2 have in common. A loop is judged by what it did,
/// found out from the parameters that it leaves behind, never by its accuracy: shuffling badly,
/// forgetting the bias or halving the gradient costs almost none.
namespace gradus::specs {

/// What a training run left behind.
struct Run {
  check::LinearModel model;
  Array log;  ///< 3 x epochs: mean loss, train accuracy, dev accuracy
};

/// A training loop under examination: one operation of the worker, on one story.
class TrainingProbe {
 public:
  /// \param operation takes the arrays of kTp1Train
  TrainingProbe(check::Trial& trial, protocol::Operation operation);

  [[nodiscard]] const check::TrainingStory& story() const { return story_; }

  /// Trains from the story's start.
  [[nodiscard]] Run run(const check::ImageSet& dev, int epochs, std::uint64_t seed) const;
  /// Trains on something else than the story.
  struct Problem {
    check::LinearModel start;
    check::ImageSet train;
    check::ImageSet dev;
    double learning_rate;
  };
  [[nodiscard]] Run run(const Problem& problem, int epochs, std::uint64_t seed) const;

  /// The order in which an epoch visited the samples.
  /// \throws Falsified, with what speaks against gradient descent, if there is none
  [[nodiscard]] std::vector<Index> order(const check::LinearModel& before,
                                         const check::LinearModel& after, int epoch) const;

  /// Two epochs, one after the other.
  struct TwoEpochs {
    Run one;                    ///< after the first
    Run two;                    ///< after the second
    std::vector<Index> first;   ///< the order in which the first visited the samples
    std::vector<Index> second;  ///< the same of the second
  };
  /// Trains for one epoch, and for two with the same seed.
  /// \throws Falsified if the orders cannot be found, or if the same seed gives different runs
  [[nodiscard]] TwoEpochs two_epochs(const check::ImageSet& dev, std::uint64_t seed) const;

  /// Every epoch visits each sample once, and each step is that of gradient descent.
  ///
  /// A loop that takes its random numbers from elsewhere is judged by its first epoch alone: that
  /// it cannot be repeated is another check's to say.
  void expect_gradient_descent() const;
  /// The orders are random, and new in each epoch.
  void expect_shuffled() const;
  /// One entry an epoch, as many as were asked for: the losses before each step, averaged, and the
  /// accuracies of the model as it is after that epoch, be it better or worse than the one before.
  void expect_log() const;
  /// The random numbers come from the generator that was passed, and from nowhere else; no epoch
  /// changes nothing.
  void expect_reproducible() const;

  /// The same seed gives the same run.
  void expect_repeatable(const Run& run, const check::ImageSet& dev, std::uint64_t seed) const;

  /// \throws check::Falsified about the last run
  [[noreturn]] void fail(const std::string& expected, const std::string& got,
                         const std::string& why) const;

 private:
  /// The log of a run has one entry for each epoch.
  void expect_entries(const Run& run, Index epochs) const;
  /// The log of a run on this dev set holds these accuracies, the first of which is of the start.
  void expect_dev_accuracies(const check::ImageSet& dev, std::span<const double> expected) const;
  /// What a step consists of, where the autograd adds something that can be forgotten.
  [[nodiscard]] std::string step_hint() const;

  check::Trial& trial_;
  protocol::Operation operation_;
  check::TrainingStory story_;
};

/// Whether two models agree to 1e-10 in every parameter.
[[nodiscard]] bool same(const check::LinearModel& a, const check::LinearModel& b);

}  // namespace gradus::specs

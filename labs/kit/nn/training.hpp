#pragma once

#include <vector>

#include "nn/vector.hpp"

namespace nn {

/// What the caller decides about a training run.
struct TrainingOptions {
  int epochs = 1;               ///< Passes over the training set.
  double learning_rate = 0.01;  ///< Step length of gradient descent.
};

/// What one epoch came to.
struct EpochStats {
  double mean_loss = 0.0;       ///< Mean of the loss over the epoch's samples.
  double train_accuracy = 0.0;  ///< Part of the training samples that are right, 0 to 1.
  double dev_accuracy = 0.0;    ///< Part of the development samples that are right, 0 to 1.

  /// Whether all three are equal.
  bool operator==(const EpochStats&) const = default;
};

class TrainingWatcher;

/// The diary of a training run: one entry for each epoch, in order.
///
/// A training loop makes one, calls `log.add({mean_loss, train_accuracy, dev_accuracy})` at the end
/// of every epoch, and returns it. Whoever shows progress is told by that call.
class TrainingLog {
 public:
  /// Notes an epoch, and tells the watcher.
  void add(EpochStats stats);

  /// Number of epochs noted.
  [[nodiscard]] Index size() const { return static_cast<Index>(epochs_.size()); }
  /// Whether no epoch was noted yet.
  [[nodiscard]] bool empty() const { return epochs_.empty(); }

  /// Epoch number `i`, counted from 0. \throws IndexError if there is none.
  [[nodiscard]] const EpochStats& operator[](Index i) const;

  /// The last epoch. \throws IndexError if there is none.
  [[nodiscard]] const EpochStats& back() const;

  /// All epochs in order: `for (const nn::EpochStats& epoch : log)`
  [[nodiscard]] auto begin() const { return epochs_.begin(); }
  /// The end of begin().
  [[nodiscard]] auto end() const { return epochs_.end(); }

  /// For given code: from now on `watcher` is told of every epoch of every log; nullptr for nobody.
  /// The log is made inside the student's function, so it cannot be told there whom to inform.
  /// \returns the watcher until now. Call it from one thread.
  static TrainingWatcher* set_watcher(TrainingWatcher* watcher);

 private:
  std::vector<EpochStats> epochs_;
};

/// Somebody who wants to know of every epoch, for example a progress line.
class TrainingWatcher {
 public:
  virtual ~TrainingWatcher() = default;

  /// Called at the end of TrainingLog::add(): `log.back()` is the new epoch, number `log.size()`.
  virtual void epoch_ended(const TrainingLog& log) = 0;

 protected:
  TrainingWatcher() = default;
  TrainingWatcher(const TrainingWatcher&) = default;             ///< For heirs only.
  TrainingWatcher& operator=(const TrainingWatcher&) = default;  ///< For heirs only.
};

}  // namespace nn

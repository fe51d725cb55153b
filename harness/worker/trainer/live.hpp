#pragma once

#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>

#include "nn/dataset.hpp"
#include "nn/training.hpp"

namespace gradus::trainer {

/// Shows a training run while it goes on: one line that is redrawn inside an epoch (on a terminal),
/// and one line that stays for each epoch.
///
/// It learns of the epochs from the log, and inside an epoch from the number of samples that the
/// training set has handed out, so the student's loop has nothing to call.
class Live : public nn::TrainingWatcher {
 public:
  Live(const nn::Dataset& train, int epochs);
  ~Live() override;
  Live(const Live&) = delete;
  Live& operator=(const Live&) = delete;

  void epoch_ended(const nn::TrainingLog& log) override;

 private:
  using Clock = std::chrono::steady_clock;
  void redraw();
  void erase();

  const nn::Dataset& train_;
  int epochs_;
  bool terminal_;
  bool unicode_;
  std::mutex mutex_;
  int done_ = 0;                   ///< epochs
  nn::Index served_at_start_ = 0;  ///< of the present epoch
  Clock::time_point epoch_start_ = Clock::now();
  bool drawn_ = false;
  std::atomic<bool> stop_{false};
  std::thread painter_;
};

}  // namespace gradus::trainer

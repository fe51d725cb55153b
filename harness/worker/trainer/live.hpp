#pragma once

#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>
#include <vector>

#include "nn/dataset.hpp"
#include "training/outcome.hpp"

namespace gradus::trainer {

/// Shows a training run while it goes on: one line that is redrawn inside an epoch (on a terminal),
/// and one line that stays for each epoch.
///
/// Inside an epoch it goes by the number of samples that the training set has handed out, so the
/// student's loop has nothing to call.
class Live {
 public:
  Live(const nn::Dataset& train, int epochs);
  ~Live();
  Live(const Live&) = delete;
  Live& operator=(const Live&) = delete;

  /// An epoch has ended.
  void add(const training::Epoch& epoch);

  [[nodiscard]] const std::vector<training::Epoch>& epochs() const { return epochs_; }

 private:
  using Clock = std::chrono::steady_clock;
  void redraw();
  void erase();

  const nn::Dataset& train_;
  int planned_;
  bool terminal_;
  bool unicode_;
  std::mutex mutex_;
  std::vector<training::Epoch> epochs_;
  nn::Index served_at_start_;  ///< of the present epoch
  Clock::time_point start_ = Clock::now();
  bool drawn_ = false;
  std::atomic<bool> stop_{false};
  std::thread painter_;
};

}  // namespace gradus::trainer

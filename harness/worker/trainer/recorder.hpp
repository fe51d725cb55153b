#pragma once

#include <chrono>
#include <vector>

#include "training/outcome.hpp"
#include "worker/trainer/learner.hpp"
#include "worker/trainer/live.hpp"

namespace gradus::trainer {

/// Notes every epoch of a training run while it lives, measures the dev loss that the student's log
/// does not have, and shows how far the run is.
class Recorder : public nn::TrainingWatcher {
 public:
  Recorder(const Learner& learner, const nn::Dataset& train, const nn::Dataset& dev, int epochs);
  ~Recorder() override;
  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;

  void epoch_ended(const nn::TrainingLog& log) override;

  [[nodiscard]] const std::vector<training::Epoch>& epochs() const { return live_.epochs(); }

 private:
  using Clock = std::chrono::steady_clock;
  [[nodiscard]] bool parameters_moved();

  const Learner& learner_;
  const nn::Dataset& dev_;
  std::vector<training::NamedArray> parameters_;  ///< at the end of the last epoch
  Live live_;
  Clock::time_point start_ = Clock::now();  ///< of the present epoch
};

}  // namespace gradus::trainer

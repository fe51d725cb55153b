#include "worker/trainer/recorder.hpp"

#include <algorithm>
#include <utility>

#include "worker/trainer/measure.hpp"

namespace gradus::trainer {
Recorder::Recorder(const Learner& learner, const nn::Dataset& train, const nn::Dataset& dev,
                   int epochs)
    : learner_(learner), dev_(dev), parameters_(learner.parameters()), live_(train, epochs) {
  nn::TrainingLog::set_watcher(this);
}

Recorder::~Recorder() { nn::TrainingLog::set_watcher(nullptr); }

bool Recorder::parameters_moved() {
  auto now = learner_.parameters();
  const bool same = std::equal(
      now.begin(), now.end(), parameters_.begin(), parameters_.end(),
      [](const auto& a, const auto& b) { return training::same_bits(a.value, b.value); });
  parameters_ = std::move(now);
  return !same;
}

void Recorder::epoch_ended(const nn::TrainingLog& log) {
  if (static_cast<nn::Index>(epochs().size()) == training::kMaxEpochs) return;
  const nn::EpochStats& stats = log.back();
  const std::chrono::duration<double> spent = Clock::now() - start_;
  training::Epoch epoch{stats.mean_loss, stats.train_accuracy, stats.dev_accuracy, std::nullopt,
                        spent.count()};
  if (parameters_moved()) {
    if (const auto logits = measure_logits(learner_, dev_)) {
      epoch.dev_loss = mean_loss(*logits, dev_);
    }
  }
  live_.add(epoch);
  start_ = Clock::now();
}

}  // namespace gradus::trainer

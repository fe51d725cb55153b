#include "nn/training.hpp"

#include <string>
#include <utility>

#include "nn/error.hpp"

namespace nn {

namespace {

TrainingWatcher* current_watcher = nullptr;

}  // namespace

void TrainingLog::add(EpochStats stats) {
  epochs_.push_back(stats);
  if (current_watcher != nullptr) current_watcher->epoch_ended(*this);
}

const EpochStats& TrainingLog::operator[](Index i) const {
  if (i < 0 || i >= size()) {
    throw IndexError("epoch " + std::to_string(i) + " of a training log: it has " +
                     std::to_string(size()) + " epochs, numbered from 0.");
  }
  return epochs_[static_cast<std::size_t>(i)];
}

const EpochStats& TrainingLog::back() const {
  if (empty()) throw IndexError("the last epoch of a training log: it has no epochs yet.");
  return epochs_.back();
}

TrainingWatcher* TrainingLog::set_watcher(TrainingWatcher* watcher) {
  return std::exchange(current_watcher, watcher);
}

}  // namespace nn

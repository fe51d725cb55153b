#pragma once

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "training/report.hpp"

namespace gradus::training {

inline constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
inline constexpr double kInfinite = std::numeric_limits<double>::infinity();

/// Epochs of which only the losses matter; accuracies go with them.
inline std::vector<Epoch> epochs_with(const std::vector<double>& train,
                                      const std::vector<double>& dev) {
  std::vector<Epoch> epochs;
  for (std::size_t i = 0; i < train.size(); ++i) {
    epochs.push_back({train[i], 1.0 - train[i] / 4.0, 1.0 - dev[i] / 4.0, dev[i], 1.5});
  }
  return epochs;
}

/// Ten dev and ten test images, one of each class; the third dev image is taken for a 7, the last
/// for an 8, less surely.
inline Data sample_data() {
  Data data;
  data.name = "MNIST";
  data.class_names = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
  data.dev_pixels.assign(10 * kSide * kSide, 100);
  data.dev_labels = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
  data.test_labels = data.dev_labels;
  return data;
}

inline Outcome sample_outcome() {
  Outcome outcome;
  outcome.epochs = epochs_with({0.6, 0.4, 0.3}, {0.5, 0.4, 0.35});
  outcome.dev_logits = Array({10, 10});
  outcome.test_logits = Array({10, 10});
  for (Index i = 0; i < 10; ++i) {
    outcome.dev_logits(i, i) = 5.0;
    outcome.test_logits(i, i) = 5.0;
  }
  outcome.dev_logits(7, 2) = 9.0;
  outcome.dev_logits(8, 9) = 5.5;
  outcome.parameters = {{"W", Array({10, 784}), Array({10, 784}, 0.25)},
                        {"b", Array({10, 1}), Array({10, 1}, -0.5)}};
  return outcome;
}

inline Settings sample_settings() { return {"tp1", "mnist", 3, 0.01, 7, "", 50'000, 10, 10}; }

inline Report sample_report() {
  Report report = make_report("run 4", sample_settings(), sample_data(), sample_outcome());
  report.made = {"2026-01-02 03:04 UTC", "GNU 12.2.0", "native", "0.1.0"};
  return report;
}

}  // namespace gradus::training

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "training/answers.hpp"
#include "training/named_array.hpp"
#include "training/outcome.hpp"
#include "training/reading.hpp"

namespace gradus::training {

/// What decides a run.
struct Settings {
  std::string lab;   ///< "tp1"
  std::string data;  ///< "mnist": as on the command line
  int epochs = 0;    ///< asked for
  double learning_rate = 0.0;
  std::uint64_t seed = 0;
  std::string started_from;  ///< file of parameters; empty: the lab's own first values
  Index train = 0;           ///< images
  Index dev = 0;
  Index test = 0;
  bool operator==(const Settings&) const = default;
};

/// Where and when a run was made.
struct Circumstances {
  std::string when;  ///< "2026-11-27 18:45 UTC"
  std::string compiler;
  std::string arch;
  std::string gradus;  ///< version
  bool operator==(const Circumstances&) const = default;
};

/// What another run's report.json says, as far as two runs can be compared by it.
struct EarlierRun {
  std::string name;  ///< "run 3"
  Settings settings;
  Circumstances made;
  std::vector<Epoch> epochs;
  std::optional<double> dev_accuracy;
  std::optional<double> test_accuracy;
  bool operator==(const EarlierRun&) const = default;
};

/// A data set, as the report needs it.
struct Data {
  std::string name;  ///< "MNIST"
  std::array<std::string, kClasses> class_names;
  std::vector<std::uint8_t> dev_pixels;  ///< 28 x 28 bytes an image
  std::vector<std::uint8_t> dev_labels;
  std::vector<std::uint8_t> test_labels;
};

/// All that a report of a training run shows. report.json and report.html are made from it.
struct Report {
  std::string name;  ///< "run 4"
  Settings settings;
  Circumstances made;
  std::string data_name;
  std::array<std::string, kClasses> class_names;

  Ending ending = Ending::kFinished;
  int last_epoch = 0;
  std::string message;
  std::vector<Epoch> epochs;
  Reading reading;

  std::optional<Answers> dev;           ///< nothing if the model gave no logits
  std::optional<double> test_accuracy;  ///< the same
  /// Pixels of the first dev->mistakes, 28 x 28 bytes each.
  std::vector<std::vector<std::uint8_t>> gallery;
  std::vector<Parameter> parameters;
  std::optional<EarlierRun> other;  ///< to compare with
};

inline constexpr std::size_t kGallery = 24;
inline constexpr Index kSide = 28;  ///< pixels, of an image

/// Puts together what is known of a run. `made` and `other` are the caller's to fill in.
[[nodiscard]] Report make_report(const std::string& name, const Settings& settings,
                                 const Data& data, Outcome outcome);

/// Seconds of all epochs.
[[nodiscard]] double training_seconds(const std::vector<Epoch>& epochs);

/// "Stopped by hand in epoch 3."; empty for a run that finished.
[[nodiscard]] std::string ending_sentence(const Report& report);

/// The parameters after the training, as they are saved.
[[nodiscard]] std::vector<NamedArray> final_parameters(const Report& report);

}  // namespace gradus::training

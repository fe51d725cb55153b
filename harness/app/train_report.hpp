#pragma once

#include <filesystem>
#include <span>

#include "app/commands.hpp"
#include "mnist/sources.hpp"
#include "toolchain/recipe.hpp"
#include "training/outcome.hpp"
#include "training/report.hpp"

namespace gradus::app {

/// What `train` is asked to read, read before hours of training and not after them.
struct TrainInputs {
  std::vector<training::NamedArray> start;    ///< --load
  std::optional<training::EarlierRun> other;  ///< --compare
};

/// Reads what the options name, and looks whether what they name can be written.
/// \throws UsageError if it cannot
[[nodiscard]] TrainInputs read_inputs(const TrainOptions& options);

/// Writes report.html, report.json and parameters.npz, and the parameters where the user wants
/// them; tells of it on standard output. \throws std::runtime_error if something cannot be written
void write_report(const TrainOptions& options, const TrainInputs& inputs, const mnist::Loaded& data,
                  const toolchain::Recipe& recipe, training::Outcome outcome);

}  // namespace gradus::app

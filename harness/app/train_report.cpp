#include "app/train_report.hpp"

#include <cstdio>
#include <unistd.h>
#include <utility>

#include "app/project.hpp"
#include "report/escape.hpp"
#include "report/json.hpp"
#include "training/html.hpp"
#include "training/json.hpp"
#include "training/npz.hpp"
#include "training/numbers.hpp"
#include "training/run_folder.hpp"

namespace gradus::app {
namespace {

namespace fs = std::filesystem;

fs::path series(const TrainOptions& options) { return state_folder() / "runs" / options.lab; }

std::optional<training::EarlierRun> other_run(const TrainOptions& options) {
  if (options.compare.empty()) return std::nullopt;
  const auto file = training::find_report(options.compare, series(options));
  if (!file) {
    throw UsageError("There is no run '" + report::visible(options.compare) +
                     "' to compare with. --compare takes the number of a run in " +
                     series(options).string() +
                     ", 'last' for the latest, or the path of a report.json");
  }
  return training::load_earlier_run(*file);
}

training::Data data_for_report(const mnist::Loaded& data) {
  const mnist::Source& source = mnist::source(data.kind);
  return {source.name, source.class_names, data.split.dev.images.pixels, data.split.dev.labels,
          data.split.test.labels};
}

/// As short as it can be said from here.
std::string shown(const fs::path& path) {
  std::error_code error;
  const fs::path near = fs::proximate(path, error);
  return report::visible(error || near.string().starts_with("..") ? path.string() : near.string());
}

void tell(const training::Report& report, const TrainOptions& options, const fs::path& folder) {
  const std::string ending = training::ending_sentence(report);
  if (!ending.empty()) std::printf("%s\n", ending.c_str());
  if (report.test_accuracy) {
    std::printf("accuracy on %d test images never seen before: %.4f\n",
                static_cast<int>(report.settings.test), *report.test_accuracy);
  }
  std::printf("%s\n", report.reading.sentence.c_str());
  std::printf("report: %s\n", shown(folder / "report.html").c_str());
  if (!options.save.empty()) std::printf("parameters: %s\n", shown(options.save).c_str());
}

}  // namespace

TrainInputs read_inputs(const TrainOptions& options) try {
  TrainInputs inputs;
  if (!options.load.empty()) inputs.start = training::load_npz(options.load);
  inputs.other = other_run(options);
  const fs::path folder = options.out.empty() ? series(options) : options.out;
  if (!is_usable(folder)) {
    throw UsageError("The report cannot be written to " + report::visible(folder.string()) +
                     ", which is no folder of yours: choose another with --out");
  }
  if (!options.save.empty() &&
      (!is_usable(fs::absolute(options.save).parent_path()) || fs::is_directory(options.save))) {
    throw UsageError("--save cannot write " + report::visible(options.save.string()) +
                     ": it is a folder, or lies in none of yours");
  }
  return inputs;
} catch (const training::ParameterFileError& e) {
  throw UsageError(std::string("--load: ") + e.what());
} catch (const training::EarlierRunError& e) {
  throw UsageError(std::string("--compare: ") + e.what());
}

void write_report(const TrainOptions& options, const TrainInputs& inputs, const mnist::Loaded& data,
                  const toolchain::Recipe& recipe, training::Outcome outcome) {
  training::Settings settings;
  settings.lab = options.lab;
  settings.data = mnist::kind_name(data.kind);
  settings.epochs = options.epochs;
  settings.learning_rate = options.learning_rate;
  settings.seed = options.seed;
  settings.started_from = options.load.string();
  settings.train = data.split.train.size();
  settings.dev = data.split.dev.size();
  settings.test = data.split.test.size();

  fs::path folder = options.out;
  if (folder.empty()) folder = training::make_next_folder(series(options));
  fs::create_directories(folder);
  const std::string name = "run " + fs::absolute(folder).lexically_normal().filename().string();
  training::Report report =
      training::make_report(name, settings, data_for_report(data), std::move(outcome));
  report.made = {this_minute(), recipe.compiler_version, recipe.arch, GRADUS_VERSION};
  report.other = inputs.other;

  const std::string parameters = training::to_npz(training::final_parameters(report));
  if (!options.save.empty()) {
    fs::create_directories(fs::absolute(options.save).parent_path());
    report::write_atomically(options.save, parameters);
  }
  report::write_atomically(folder / "parameters.npz", parameters);
  report::write_atomically(folder / "report.json", training::json(report));
  report::write_atomically(folder / "report.html", training::html(report));
  tell(report, options, folder);
}

}  // namespace gradus::app

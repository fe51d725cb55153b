#include <csignal>
#include <cstdio>
#include <fstream>

#include "app/commands.hpp"
#include "app/foreground.hpp"
#include "app/isolation.hpp"
#include "app/progress.hpp"
#include "app/project.hpp"
#include "mnist/sources.hpp"
#include "protocol/message.hpp"
#include "report/escape.hpp"
#include "toolchain/builder.hpp"

namespace gradus::app {
namespace {

Array label_column(const mnist::Digits& digits) {
  return column({digits.labels.begin(), digits.labels.end()});
}

/// The file that the trainer reads: the whole data set, as plain as it is.
void write_request(const std::filesystem::path& file, const mnist::Split& data,
                   const TrainOptions& options) {
  protocol::Request request;
  request.arrays = {label_column(data.train),      label_column(data.dev),
                    label_column(data.test),       scalar(options.epochs),
                    scalar(options.learning_rate), scalar(static_cast<double>(options.seed))};
  for (const mnist::Digits* part : {&data.train, &data.dev, &data.test}) {
    const auto& pixels = part->images.pixels;
    request.blob.insert(request.blob.end(), pixels.begin(), pixels.end());
  }
  const auto bytes = protocol::encode(request, 0);
  std::ofstream out(file, std::ios::binary);
  out.write(reinterpret_cast<const char*>(bytes.data()),
            static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

}  // namespace

int train(const TrainOptions& options) {
  const Lab* lab = find_lab(options.lab);
  if (lab == nullptr)
    throw UsageError("There is no lab '" + options.lab + "'. There are: tp1, tp2");

  Progress progress;
  const toolchain::Recipe parts = recipe();
  const auto submission =
      toolchain::Submission::read(options.submission.empty() ? labs_folder() : options.submission,
                                  std::vector<const Lab*>{lab}, parts.labs);
  progress.show("compiling ...");
  const sandbox::Confinement walls = confinement(parts, "none");
  toolchain::Builder builder(parts, submission, walls);
  std::vector<const Exercise*> exercises;
  for (const Exercise& e : lab->exercises) exercises.push_back(&e);
  builder.compile(exercises);
  const toolchain::Built program = builder.link_trainer(*lab);
  if (!program.ok()) {
    progress.clear();
    std::printf("Your %s cannot be trained yet:\n%s\n", options.lab.c_str(),
                report::visible(program.errors).c_str());
    return kPointsLost;
  }

  mnist::LoadOptions load;
  if (!options.mnist.empty()) load.given = options.mnist;
  load.say = [&](const std::string& line) { progress.show(line); };
  const mnist::Loaded data = mnist::load(load);
  progress.clear();
  if (!data.notice.empty()) std::printf("%s\n", data.notice.c_str());
  TrainOptions chosen = options;
  if (chosen.epochs == 0) chosen.epochs = options.lab == "tp1" ? 5 : 10;
  std::printf(
      "%s on %s: %d training, %d dev, %d test images; %d epochs, learning rate %g, seed "
      "%llu\n",
      chosen.lab.c_str(), mnist::source(data.kind).name.c_str(),
      static_cast<int>(data.split.train.size()), static_cast<int>(data.split.dev.size()),
      static_cast<int>(data.split.test.size()), chosen.epochs, chosen.learning_rate,
      static_cast<unsigned long long>(chosen.seed));
  std::fflush(stdout);
  const auto file = program.file.parent_path() / "mnist";
  write_request(file, data.split, chosen);
  // Ctrl-C is for the training; we stay to clean up after it.
  std::signal(SIGINT, SIG_IGN);
  return run_in_foreground({program.file.string(), file.string()}) == 0 ? kFullMarks : kPointsLost;
}

}  // namespace gradus::app

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>

#include "app/commands.hpp"
#include "app/foreground.hpp"
#include "app/isolation.hpp"
#include "app/progress.hpp"
#include "app/project.hpp"
#include "app/train_report.hpp"
#include "mnist/sources.hpp"
#include "protocol/message.hpp"
#include "report/escape.hpp"
#include "toolchain/builder.hpp"

namespace gradus::app {
namespace {

namespace fs = std::filesystem;

constexpr int kSignals = 128;  ///< see run_in_foreground()

Array label_column(const mnist::Digits& digits) {
  return column({digits.labels.begin(), digits.labels.end()});
}

/// The file that the trainer reads: all images, and the labels that it may see.
void write_request(const fs::path& file, const mnist::Split& data, const TrainOptions& options,
                   const std::vector<training::NamedArray>& start) {
  protocol::Request request;
  request.arrays = {label_column(data.train),
                    label_column(data.dev),
                    scalar(static_cast<double>(data.test.size())),
                    scalar(options.epochs),
                    scalar(options.learning_rate),
                    scalar(static_cast<double>(options.seed))};
  for (const mnist::Digits* part : {&data.train, &data.dev, &data.test}) {
    const auto& pixels = part->images.pixels;
    request.blob.insert(request.blob.end(), pixels.begin(), pixels.end());
  }
  for (const training::NamedArray& a : start) {
    request.arrays.push_back(a.value);
    std::string line = a.name;
    std::replace(line.begin(), line.end(), '\n', ' ');
    line += '\n';
    request.blob.insert(request.blob.end(), line.begin(), line.end());
  }
  std::ofstream out(file, std::ios::binary);
  const auto write = [&out](std::span<const std::byte> bytes) {
    out.write(reinterpret_cast<const char*>(bytes.data()),
              static_cast<std::streamsize>(bytes.size()));
  };
  write(protocol::encode_head(request, 0));
  write(std::as_bytes(std::span(request.blob)));
  if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

/// \throws training::OutcomeError if there is none, or none of this run
training::Outcome read_outcome(const fs::path& file, const mnist::Split& data) {
  constexpr std::uintmax_t kMost = std::uintmax_t{1} << 30;
  std::error_code error;
  const auto size = fs::file_size(file, error);
  if (error || size > kMost) throw training::OutcomeError("there is none, or it is too large");
  std::vector<char> bytes(size);
  std::ifstream in(file, std::ios::binary);
  in.read(bytes.data(), static_cast<std::streamsize>(size));
  if (!in) throw training::OutcomeError("it cannot be read");
  return training::decode_outcome(std::as_bytes(std::span(bytes)),
                                  {training::kClasses, data.dev.size(), data.test.size()});
}

mnist::Loaded load_data(const TrainOptions& options, Progress& progress) {
  mnist::LoadOptions load;
  load.wanted = mnist::source(mnist::kind_from_name(options.data));
  if (!options.mnist.empty()) load.given = options.mnist;
  load.say = [&](const std::string& line) { progress.show(line); };
  mnist::Loaded data = mnist::load(load);
  progress.clear();
  if (!data.notice.empty()) std::printf("%s\n", data.notice.c_str());
  return data;
}

void announce(const TrainOptions& options, const mnist::Loaded& data) {
  std::printf(
      "%s on %s: %d training, %d dev, %d test images; %d epoch%s, learning rate %g, seed %llu\n",
      options.lab.c_str(), mnist::source(data.kind).name.c_str(),
      static_cast<int>(data.split.train.size()), static_cast<int>(data.split.dev.size()),
      static_cast<int>(data.split.test.size()), options.epochs, options.epochs == 1 ? "" : "s",
      options.learning_rate, static_cast<unsigned long long>(options.seed));
  std::fflush(stdout);
}

/// What to say of a trainer that gave no outcome.
void explain(int status) {
  if (status == kSignals + SIGINT) {
    std::printf("Stopped at once: nothing is kept of this run.\n");
  } else if (status > kSignals) {
    std::printf(
        "Your program was ended by signal %d (%s) in the middle of the training. Usually an index "
        "outside of a container, or memory that is no longer there: run ./gradus check EXERCISE "
        "--in-process under a debugger.\n",
        status - kSignals, ::strsignal(status - kSignals));
  } else if (status != training::kNoOutcome && status != training::kWrongStart) {
    std::printf(
        "Your program left with status %d in the middle of the training. Does your code call "
        "exit()?\n",
        status);
  }
}

/// Whether there is something to report: a curve, or a model that has changed.
bool tells_something(const training::Outcome& outcome) {
  return !outcome.epochs.empty() ||
         std::any_of(
             outcome.parameters.begin(), outcome.parameters.end(),
             [](const training::Parameter& p) { return !training::same_bits(p.before, p.after); });
}

}  // namespace

int train(const TrainOptions& given) {
  TrainOptions options = given;
  const Lab* lab = find_lab(options.lab);
  if (lab == nullptr)
    throw UsageError("There is no lab '" + options.lab + "'. There are: tp1, tp2");
  if (options.epochs == 0) options.epochs = options.lab == "tp1" ? 5 : 10;
  const TrainInputs inputs = read_inputs(options);

  Progress progress;
  const toolchain::Recipe parts = recipe();
  const auto submission =
      toolchain::Submission::read(options.submission.empty() ? labs_folder() : options.submission,
                                  std::vector<const Lab*>{lab}, parts.labs);
  progress.show("compiling ...");
  const sandbox::Confinement walls = confinement(parts, "none");
  const toolchain::ObjectStore objects = object_store();
  toolchain::Builder builder(parts, submission, walls, {.objects = &objects});
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

  const mnist::Loaded data = load_data(options, progress);
  announce(options, data);
  const fs::path request = program.file.parent_path() / "request";
  const fs::path answer = program.file.parent_path() / "outcome";
  write_request(request, data.split, options, inputs.start);
  const int status = run_in_foreground({program.file.string(), request.string(), answer.string()});
  if (status != 0) {
    explain(status);
    return status == training::kWrongStart ? kUsage : kPointsLost;
  }
  try {
    training::Outcome outcome = read_outcome(answer, data.split);
    const bool failed = outcome.ending == training::Ending::kException;
    if (failed && !tells_something(outcome)) {
      std::printf("The training stopped with an exception: %s\n",
                  report::visible(outcome.message).c_str());
      return kPointsLost;
    }
    write_report(options, inputs, data, parts, std::move(outcome));
    return failed ? kPointsLost : kFullMarks;
  } catch (const training::OutcomeError& e) {
    std::printf(
        "Your program ended without a usable outcome of the training (%s). Does your code call "
        "exit(), or write into files?\n",
        e.what());
    return kPointsLost;
  }
}

}  // namespace gradus::app

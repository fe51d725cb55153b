#include <cstdio>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "app/commands.hpp"
#include "app/isolation.hpp"
#include "app/project.hpp"
#include "judge/fingerprint.hpp"
#include "judge/judge.hpp"
#include "loop/receipt.hpp"
#include "report/escape.hpp"

namespace gradus::app {
namespace {

loop::Receipt read_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw UsageError("cannot read " + file.string());
  try {
    return loop::read_receipt({std::istreambuf_iterator<char>(in), {}});
  } catch (const std::runtime_error& e) {
    throw UsageError(file.string() + ": " + e.what());
  }
}

/// The labs that a receipt speaks of.
std::vector<const Lab*> labs_of(const loop::Receipt& receipt) {
  std::vector<const Lab*> labs;
  for (const Lab& lab : catalogue()) {
    for (const auto& [file, hash] : receipt.files) {
      if (!file.starts_with(std::string(lab.name) + "/")) continue;
      labs.push_back(&lab);
      break;
    }
  }
  if (labs.empty()) throw UsageError("this receipt names no file of any lab");
  return labs;
}

/// What a run of labs/ here and now would rest on.
loop::Receipt here(const loop::Receipt& receipt, const std::filesystem::path& submission) {
  const toolchain::Recipe parts = recipe();
  const auto files = toolchain::Submission::read(submission.empty() ? labs_folder() : submission,
                                                 labs_of(receipt), parts.labs);
  const sandbox::Confinement walls = confinement(parts, "none");
  return loop::receipt_of(files,
                          judge::fingerprint(parts, files, walls.level(), judge::kPublicSeed));
}

void print(const std::vector<loop::Difference>& differences, const char* first,
           const char* second) {
  const auto shown = [](const std::string& text) {
    return text.empty() ? std::string("(not there)") : report::visible(text, 400);
  };
  for (const loop::Difference& d : differences) {
    std::printf("  %s", report::visible(d.what, 80).c_str());
    if (!d.weight.empty()) std::printf(": %s", d.weight.c_str());
    std::printf("\n    %-9s %s\n    %-9s %s\n", first, shown(d.first).c_str(), second,
                shown(d.second).c_str());
  }
}

}  // namespace

int verify(const VerifyOptions& options) {
  const loop::Receipt mine = read_file(options.receipt);
  const bool official = !options.official.empty();
  const loop::Receipt other =
      official ? read_file(options.official) : here(mine, options.submission);
  const char* there = official ? "official" : "here";
  const auto inputs = loop::input_differences(mine, other);
  if (inputs.empty()) {
    std::printf(
        "Every input is the same: files, harness, compiler, flags, processor, walls, "
        "seed.\n");
  } else {
    std::printf(inputs.size() == 1 ? "%zu input differs:\n" : "%zu inputs differ:\n",
                inputs.size());
    print(inputs, "receipt", there);
  }
  if (!official) return inputs.empty() ? kFullMarks : kPointsLost;
  const auto outcomes = loop::outcome_differences(mine, other);
  if (outcomes.empty()) {
    std::printf("Every exercise came out the same.\n");
  } else {
    std::printf("Came out differently: %zu\n", outcomes.size());
    print(outcomes, "receipt", there);
  }
  return inputs.empty() && outcomes.empty() ? kFullMarks : kPointsLost;
}

}  // namespace gradus::app

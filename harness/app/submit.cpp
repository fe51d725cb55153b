#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <unistd.h>

#include "app/archive.hpp"
#include "app/commands.hpp"
#include "app/failures.hpp"
#include "app/isolation.hpp"
#include "app/progress.hpp"
#include "app/project.hpp"
#include "app/state.hpp"
#include "judge/judge.hpp"
#include "loop/receipt.hpp"
#include "mnist/sha256.hpp"
#include "report/escape.hpp"
#include "report/json.hpp"
#include "report/terminal.hpp"
#include "sandbox/workspace.hpp"
#include "toolchain/submission.hpp"

namespace gradus::app {
namespace {

namespace fs = std::filesystem;

std::map<std::string, std::string> texts(const toolchain::Submission& submission) {
  std::map<std::string, std::string> files;
  for (const auto& [slug, file] : submission.files) {
    if (file.state == toolchain::SourceFile::State::kRefused) {
      throw UsageError("This cannot be handed in. " + std::string(find_exercise(slug)->file) +
                       ": " + file.problem);
    }
    if (file.state == toolchain::SourceFile::State::kThere) {
      files[std::string(find_exercise(slug)->file)] = file.text;
    }
  }
  return files;
}

/// What will be handed in and nothing else, as the official run finds it.
void unpack(const std::map<std::string, std::string>& files, const fs::path& folder) {
  for (const auto& [name, text] : files) {
    fs::create_directories((folder / name).parent_path());
    std::ofstream out(folder / name, std::ios::binary);
    out << text;
    if (!out.flush()) throw std::runtime_error("cannot write " + (folder / name).string());
  }
}

std::string sha256_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  return mnist::sha256(bytes);
}

}  // namespace

int submit(const SubmitOptions& options) {
  const toolchain::Recipe parts = recipe();
  judge::Order order;
  order.labs = labs_named(options.lab);
  if (find_exercise(options.lab) != nullptr) {
    throw UsageError("A whole lab is handed in, not one exercise: ./gradus submit " +
                     std::string(order.labs.front()->name));
  }
  if (!is_usable(options.folder)) {
    throw UsageError(options.folder.string() + " is no folder that can be written to");
  }
  const auto submission = toolchain::Submission::read(labs_folder(), order.labs, parts.labs);
  const auto files = texts(submission);
  const sandbox::Workspace clean;
  unpack(files, clean.path());
  order.submission = clean.path();
  order.mnist = !options.no_mnist;
  order.mnist_folder = options.mnist;
  const toolchain::ObjectStore objects = object_store();
  order.objects = &objects;
  Progress progress;
  // Students' own code on their own machine: any isolation will do.
  const sandbox::Confinement walls = confinement(parts, "none");
  const Results results = judge::judge(order, parts, walls, progress.watcher());
  progress.clear();
  std::fputs(report::terminal(results, report::Style::of(STDOUT_FILENO)).c_str(), stdout);
  save_state(results);
  save_failures(results);
  if (results.harness_failed()) return kOurFault;

  const std::string name = "gradus-" + (options.lab.empty() ? "labs" : options.lab) + "-" +
                           submission.hash.substr(0, 12);
  const fs::path archive = options.folder / (name + ".zip");
  const fs::path receipt = options.folder / (name + ".receipt.json");
  fs::create_directories(fs::absolute(options.folder));
  write_zip(archive, files);
  report::write_atomically(
      receipt, loop::receipt_text(submission, sha256_of(archive), report::json(results)));
  std::printf("\nHand this in:  %s  (%zu files)\nKeep this:     %s\n", archive.c_str(),
              files.size(), receipt.c_str());
  for (const std::string& changed : submission.changed) {
    std::printf("Your labs/%s is not in it: given code is always the grader's own.\n",
                changed.c_str());
  }
  std::printf(
      "If an official run differs, this says in what:\n  ./gradus verify %s --official "
      "results.json\n",
      report::shell_word(receipt).c_str());
  return results.points() == results.out_of() ? kFullMarks : kPointsLost;
}

}  // namespace gradus::app

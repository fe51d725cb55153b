#include <cstdio>
#include <unistd.h>

#include "app/commands.hpp"
#include "app/foreground.hpp"
#include "app/isolation.hpp"
#include "app/progress.hpp"
#include "app/project.hpp"
#include "app/state.hpp"
#include "judge/judge.hpp"
#include "report/escape.hpp"
#include "report/terminal.hpp"
#include "toolchain/builder.hpp"

namespace gradus::app {
namespace {

/// Students' own code on their own machine: any isolation will do.
constexpr const char* kAny = "none";

/// Builds the in-process program of each exercise, keeps it for the debugger, and runs it.
int practise(const std::vector<const Lab*>& labs, const std::string& only) {
  const toolchain::Recipe parts = recipe();
  const auto submission = toolchain::Submission::read(parts.labs, labs, parts.labs);
  std::vector<const Exercise*> exercises;
  for (const Lab* lab : labs) {
    for (const Exercise& e : lab->exercises) {
      if (only.empty() || e.slug == only) exercises.push_back(&e);
    }
  }
  const sandbox::Confinement walls = confinement(parts, kAny);
  toolchain::Builder builder(parts, submission, walls);
  builder.compile(exercises);
  const auto folder = state_folder() / "practice";
  std::filesystem::create_directories(folder);
  const std::string seed = std::to_string(judge::kPublicSeed);
  int worst = kFullMarks;
  for (const Exercise* e : exercises) {
    const std::string slug(e->slug);
    std::printf("\n%s\n", slug.c_str());
    const toolchain::Built built = builder.link_practice(*e);
    if (!built.ok()) {
      std::printf("%s\n", report::visible(built.errors).c_str());
      worst = kPointsLost;
      continue;
    }
    const auto program = folder / slug;
    std::filesystem::copy_file(built.file, program,
                               std::filesystem::copy_options::overwrite_existing);
    const int status = run_in_foreground({program.string(), slug, seed});
    if (status != 0) worst = kPointsLost;
    if (status >= 128) {
      std::printf("\n  It was ended by signal %d. In the debugger:\n  gdb --args %s %s %s\n",
                  status - 128, program.c_str(), slug.c_str(), seed.c_str());
    }
  }
  return worst;
}

}  // namespace

int check(const CheckOptions& options) {
  const bool one = find_exercise(options.what) != nullptr;
  const std::vector<const Lab*> labs = labs_named(options.what);
  const std::string only = one ? options.what : "";
  if (options.in_process) return practise(labs, only);

  judge::Order order;
  order.submission = labs_folder();
  order.labs = labs;
  order.only = only;
  order.mnist = false;
  Progress progress;
  const toolchain::Recipe parts = recipe();
  const sandbox::Confinement walls = confinement(parts, kAny);
  const Results results = judge::judge(order, parts, walls, progress.watcher());
  progress.clear();
  std::fputs(report::terminal(results, report::Style::of(STDOUT_FILENO)).c_str(), stdout);
  save_state(results);
  if (results.harness_failed()) return kOurFault;
  return results.points() == results.out_of() ? kFullMarks : kPointsLost;
}

}  // namespace gradus::app

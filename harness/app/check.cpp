#include <cstdio>
#include <unistd.h>

#include "app/commands.hpp"
#include "app/failures.hpp"
#include "app/foreground.hpp"
#include "app/isolation.hpp"
#include "app/practice_program.hpp"
#include "app/progress.hpp"
#include "app/project.hpp"
#include "app/state.hpp"
#include "judge/judge.hpp"
#include "loop/overview.hpp"
#include "report/escape.hpp"
#include "report/terminal.hpp"

namespace gradus::app {
namespace {

/// Builds the in-process program of each exercise, keeps it for the debugger, and runs it.
int practise(const std::vector<const Exercise*>& exercises) {
  const auto programs = build_practice(exercises, PracticeBuild::kAsGraded);
  const std::string seed = std::to_string(judge::kPublicSeed);
  int worst = kFullMarks;
  for (std::size_t i = 0; i < exercises.size(); ++i) {
    const std::string slug(exercises[i]->slug);
    const PracticeProgram& program = programs[i];
    std::printf("\n%s\n", slug.c_str());
    if (program.file.empty()) {
      std::printf("%s\n", report::visible(program.errors).c_str());
      worst = kPointsLost;
      continue;
    }
    const int status = run_in_foreground({program.file, slug, seed});
    if (is_our_fault(status)) return kOurFault;
    if (status != 0) worst = kPointsLost;
    if (status >= 128) {
      std::printf("\n  It was ended by signal %d. In the debugger:\n  gdb --args %s %s %s\n",
                  status - 128, report::shell_word(program.file).c_str(), slug.c_str(),
                  seed.c_str());
    }
  }
  return worst;
}

}  // namespace

int check(const CheckOptions& options) {
  if (options.in_process) return practise(exercises_named(options.what));
  judge::Order order;
  order.submission = labs_folder();
  order.labs = labs_named(options.what);
  order.only = find_exercise(options.what) != nullptr ? options.what : "";
  order.mnist = false;
  Progress progress;
  const toolchain::Recipe parts = recipe();
  // Students' own code on their own machine: any isolation will do.
  const sandbox::Confinement walls = confinement(parts, "none");
  const Results results = judge::judge(order, parts, walls, progress.watcher());
  progress.clear();
  std::fputs(report::terminal(results, report::Style::of(STDOUT_FILENO)).c_str(), stdout);
  if (!order.only.empty() && results.labs.at(0).exercises.at(0).verdict == Verdict::kNotStarted) {
    const report::Style style = report::Style::of(STDOUT_FILENO);
    std::printf("\n%s", loop::next_step(find_exercise(order.only), style).c_str());
  }
  save_state(results);
  save_failures(results);
  if (results.harness_failed()) return kOurFault;
  return results.points() == results.out_of() ? kFullMarks : kPointsLost;
}

}  // namespace gradus::app

#include <cstdio>
#include <optional>
#include <unistd.h>

#include "app/commands.hpp"
#include "app/file_memory.hpp"
#include "app/isolation.hpp"
#include "app/progress.hpp"
#include "app/project.hpp"
#include "app/state.hpp"
#include "judge/judge.hpp"
#include "report/json.hpp"
#include "report/terminal.hpp"

namespace gradus::app {
int grade(const GradeOptions& options) {
  judge::Order order;
  order.submission = options.submission;
  order.labs = options.exercise.empty() ? labs_named(options.labs) : labs_named(options.exercise);
  order.only = options.exercise;
  order.mnist = !options.no_mnist;
  order.mnist_folder = options.mnist;
  if (options.seed) order.seed = *options.seed;
  order.threads = options.threads;
  std::error_code ignored;
  const bool is_own = std::filesystem::equivalent(options.submission, labs_folder(), ignored);
  const toolchain::ObjectStore objects = object_store();
  // Of somebody else's work every file is compiled, unless whoever grades keeps objects for it.
  if (is_own || !shared_objects().empty()) order.objects = &objects;
  std::optional<FileMemory> memory;
  if (!options.memory.empty()) order.memory = &memory.emplace(options.memory);

  Progress progress;
  const toolchain::Recipe parts = recipe();
  const sandbox::Confinement walls =
      confinement(parts, options.isolation, options.strongest_isolation);
  const Results results = judge::judge(order, parts, walls, progress.watcher());
  progress.clear();
  std::fputs(report::terminal(results, report::Style::of(STDOUT_FILENO)).c_str(), stdout);
  if (is_own) save_state(results);
  if (!options.timings.empty()) {
    report::write_atomically(options.timings, report::timings_json(results));
  }
  // Last: whoever waits for the report finds everything else there.
  if (!options.json.empty()) report::write_atomically(options.json, report::json(results));

  if (results.harness_failed()) return kOurFault;
  return results.points() == results.out_of() ? kFullMarks : kPointsLost;
}

}  // namespace gradus::app

#include <optional>

#include "app/project.hpp"
#include "app/teaching/class_run.hpp"
#include "app/teaching/commands.hpp"
#include "classroom/hand_ins.hpp"
#include "roster/roster.hpp"

namespace gradus::app {

int grade_class(const GradeOptions& options) {
  if (!options.exercise.empty() || !options.json.empty() || !options.timings.empty()) {
    throw UsageError("--out grades a class; --exercise, --json and --timings are for one student.");
  }
  return grade_into_run(options, [&](const toolchain::Recipe& parts) {
    std::optional<roster::Roster> roster;
    if (!options.roster.empty()) roster = roster::Roster::read(options.roster);
    return classroom::read_hand_ins(options.submission, roster ? &*roster : nullptr,
                                    labs_named(options.labs), parts.labs);
  });
}

}  // namespace gradus::app

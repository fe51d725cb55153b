#include "intake/intake.hpp"

#include <cstdio>
#include <optional>

#include "app/progress.hpp"
#include "app/project.hpp"
#include "app/teaching/commands.hpp"
#include "intake/hand_ins.hpp"
#include "intake/names.hpp"
#include "intake/report.hpp"

namespace gradus::app {
namespace {

namespace fs = std::filesystem;

/// The last two parts of the paths of all that is handed out.
std::set<std::string, std::less<>> given_files(const fs::path& labs) {
  std::set<std::string, std::less<>> given;
  for (const auto& entry : fs::recursive_directory_iterator(labs)) {
    if (!entry.is_regular_file()) continue;
    const fs::path file = labs.filename() / fs::relative(entry.path(), labs);
    given.insert(gradus::intake::last_two(file.generic_string()));
  }
  return given;
}

}  // namespace

int intake(const IntakeOptions& options) {
  gradus::intake::Order order;
  order.sources = options.sources;
  if (!options.labs.empty()) order.wanted.labs = labs_named(options.labs);
  order.wanted.given = given_files(recipe().labs);
  gradus::intake::require_replaceable(options.out, options.sources);
  std::optional<roster::Roster> roster;
  if (!options.roster.empty()) {
    roster = roster::Roster::read(options.roster);
    order.roster = &*roster;
  }
  if (!options.assign.empty()) {
    order.assignments = gradus::intake::read_assignments(options.assign);
  }
  Progress progress;
  order.step = [&](const std::string& what) { progress.show(what + " ..."); };
  const gradus::intake::Intake result = gradus::intake::take_in(order);
  gradus::intake::write_hand_ins(result, options.out);
  progress.clear();
  std::fputs(gradus::intake::text(result).c_str(), stdout);
  return result.is_complete() ? kFullMarks : kPointsLost;
}

}  // namespace gradus::app

#include "intake/intake.hpp"

#include <algorithm>
#include <cstdio>
#include <optional>

#include "app/commands.hpp"
#include "app/progress.hpp"
#include "app/project.hpp"
#include "intake/hand_ins.hpp"
#include "intake/names.hpp"
#include "intake/refusal.hpp"
#include "intake/report.hpp"
#include "report/escape.hpp"

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

int run(const IntakeOptions& options) {
  gradus::intake::Order order;
  order.sources = options.sources;
  for (const std::string& name : options.labs) {
    const Lab* lab = find_lab(name);
    if (lab == nullptr) throw UsageError("There is no lab " + report::visible(name));
    auto& labs = order.wanted.labs;
    if (std::find(labs.begin(), labs.end(), lab) == labs.end()) labs.push_back(lab);
  }
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

}  // namespace

int intake(const IntakeOptions& options) {
  try {
    return run(options);
  } catch (const gradus::intake::IntakeError& e) {
    throw UsageError(e.what());
  } catch (const roster::RosterError& e) {
    throw UsageError(e.what());
  }
}

}  // namespace gradus::app

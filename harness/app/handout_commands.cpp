// Stands for teaching/ in a students' handout.
#include "app/commands.hpp"
#include "app/subcommands.hpp"

namespace gradus::app {

void add_teaching_commands(CLI::App& app, int& status) {
  const auto options = std::make_shared<GradeOptions>();
  runs(add_grade(app, options), status, [options] { return grade(*options); });
}

}  // namespace gradus::app

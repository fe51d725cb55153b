#include "app/teaching/subcommands.hpp"

#include <exception>
#include <utility>

#include "app/project.hpp"
#include "classroom/hand_ins.hpp"
#include "gradebook/gradebook.hpp"
#include "intake/refusal.hpp"
#include "marks/error.hpp"
#include "pages/folder.hpp"

namespace gradus::app {
namespace {

/// Whether an exception is one of these kinds.
template <typename... Kinds>
bool is_any_of(const std::exception& e) {
  return (... || (dynamic_cast<const Kinds*>(&e) != nullptr));
}

}  // namespace

void teaches(CLI::App* subcommand, int& status, std::function<int()> command) {
  runs(subcommand, status, [command = std::move(command)] {
    try {
      return command();
    } catch (const std::exception& e) {
      if (is_any_of<classroom::HandInError, gradebook::GradebookError, gradus::intake::IntakeError,
                    roster::RosterError, marks::MarksError, pages::FolderError>(e)) {
        throw UsageError(e.what());
      }
      throw;
    }
  });
}

void add_teaching_commands(CLI::App& app, int& status) {
  add_class_commands(app, status);
  add_instructor_commands(app, status);
}

}  // namespace gradus::app

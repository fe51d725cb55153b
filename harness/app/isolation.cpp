#include "app/isolation.hpp"

#include <stdexcept>
#include <string>

#include "app/project.hpp"
#include "sandbox/self_test.hpp"
#include "toolchain/processor.hpp"

namespace gradus::app {

namespace {

sandbox::Isolation level_named(std::string_view name) {
  const auto level = sandbox::isolation_named(name);
  if (level) return *level;
  throw UsageError("There is no isolation '" + std::string(name) +
                   "'. There are: namespaces, landlock, none");
}

}  // namespace

sandbox::Confinement confinement(const toolchain::Recipe& recipe, std::string_view at_least,
                                 std::string_view at_most) {
  toolchain::require_processor(recipe.arch);
  const sandbox::Isolation wanted = level_named(at_least);
  const sandbox::Choice choice = sandbox::strongest(recipe.probe, level_named(at_most));
  if (choice.level < wanted) {
    std::string text = "This machine cannot isolate students' code well enough: at least '" +
                       std::string(at_least) + "' is asked for, '" +
                       std::string(name(choice.level)) + "' is there.\n";
    for (const auto& missed : choice.missed) {
      text += "  " + std::string(name(missed.level)) + ": " + missed.reason + "\n";
    }
    text +=
        "Nothing was graded. To run code that you trust as if it were your own: --isolation none";
    throw std::runtime_error(text);
  }
  return sandbox::Confinement(choice.level);
}

}  // namespace gradus::app

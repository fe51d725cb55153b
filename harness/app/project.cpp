#include "app/project.hpp"

#include <string>

namespace gradus::app {
namespace {

std::filesystem::path program_folder() {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path();
}

}  // namespace

toolchain::Recipe recipe() { return toolchain::Recipe::load(program_folder() / "recipe.txt"); }

std::filesystem::path labs_folder() { return recipe().labs; }

std::filesystem::path state_folder() { return labs_folder().parent_path() / ".gradus"; }

std::vector<const Lab*> labs_named(std::string_view name) {
  std::vector<const Lab*> labs;
  std::string known;
  for (const Lab& lab : catalogue()) {
    if (name.empty() || name == lab.name) labs.push_back(&lab);
    known += "\n  " + std::string(lab.name);
    for (const Exercise& e : lab.exercises) {
      if (name == e.slug) labs.push_back(&lab);
      known += "\n  " + std::string(e.slug);
    }
  }
  if (labs.empty()) {
    throw UsageError("There is no lab or exercise '" + std::string(name) + "'. There are:" + known);
  }
  return labs;
}

}  // namespace gradus::app

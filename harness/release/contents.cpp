#include "release/contents.hpp"

#include <algorithm>
#include <array>

#include "catalogue/exercise.hpp"

namespace gradus::release {
namespace {

using namespace std::string_view_literals;

constexpr std::array kFiles = {
    ".clang-format"sv,           ".editorconfig"sv, ".gitignore"sv,
    "CMakeLists.txt"sv,          "LICENSE"sv,       "CMakePresets.json"sv,
    "docs/lookup/pitfalls.md"sv, "gradus"sv};
constexpr std::array kFolders = {"labs/"sv, "harness/"sv};
/// Of these folders.
constexpr std::array kLeftOut = {
    "harness/app/teaching/"sv, "harness/author/"sv,    "harness/bench/"sv,   "harness/classroom/"sv,
    "harness/export/"sv,       "harness/gradebook/"sv, "harness/intake/"sv,  "harness/marks/"sv,
    "harness/mistakes/tp"sv,   "harness/pages/"sv,     "harness/release/"sv, "harness/roster/"sv,
    "harness/table/"sv,        "harness/tests/"sv};

}  // namespace

bool is_for_students(std::string_view path) {
  const auto begins = [&](std::string_view folder) { return path.starts_with(folder); };
  if (std::ranges::find(kFiles, path) != kFiles.end()) return true;
  if (std::ranges::none_of(kFolders, begins) || std::ranges::any_of(kLeftOut, begins)) return false;
  for (const Lab& lab : catalogue()) {
    for (const Exercise& e : lab.exercises) {
      if (path == "labs/" + std::string(e.file)) return false;
    }
  }
  return true;
}

}  // namespace gradus::release

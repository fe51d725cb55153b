#pragma once

#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/exercise.hpp"
#include "toolchain/object_store.hpp"
#include "toolchain/recipe.hpp"

/// What several subcommands share.
namespace gradus::app {

/// The recipe that the build left beside this program.
/// \throws std::runtime_error if it is not there
[[nodiscard]] toolchain::Recipe recipe();

/// This program's file.
[[nodiscard]] std::filesystem::path program();

/// The student's own labs folder: $GRADUS_LABS, or else that of the project.
/// \throws UsageError if that variable names no folder
[[nodiscard]] std::filesystem::path labs_folder();

/// Where the state of the student's work is kept between commands: .gradus beside labs/.
[[nodiscard]] std::filesystem::path state_folder();

/// $GRADUS_OBJECTS, a folder for objects of anybody's files; empty if it is not set.
[[nodiscard]] std::filesystem::path shared_objects();

/// Objects of the student's files, from before: in that folder, or else beside the state.
[[nodiscard]] toolchain::ObjectStore object_store();

/// The notes' page of pitfalls, in Markdown.
/// \throws std::runtime_error if it cannot be read
[[nodiscard]] std::string pitfalls_page();

/// "2026-11-28 08:00 UTC"
[[nodiscard]] std::string this_minute();

/// Whether a folder is there, or can be made, and can be written to.
[[nodiscard]] bool is_usable(std::filesystem::path folder);

/// A seed that nobody can guess.
[[nodiscard]] std::uint64_t secret_seed();

/// A wrong word on the command line.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The seed that a file holds.
/// \throws UsageError if there is none
[[nodiscard]] std::uint64_t seed_in(const std::filesystem::path& file);

/// \throws UsageError that lists what there is
[[nodiscard]] const Exercise& exercise_named(std::string_view name);

/// The exercises that a name asks for: one, those of a lab, or all for an empty name.
/// \throws UsageError that lists what there is
[[nodiscard]] std::vector<const Exercise*> exercises_named(std::string_view name);

/// The labs that a name asks for: one lab, the lab of an exercise, or all for an empty name.
/// \throws UsageError that lists what there is
[[nodiscard]] std::vector<const Lab*> labs_named(std::string_view name);

/// The labs of these names in course order, or all for no name.
/// \throws UsageError that lists what there is
[[nodiscard]] std::vector<const Lab*> labs_named(const std::vector<std::string>& names);

}  // namespace gradus::app

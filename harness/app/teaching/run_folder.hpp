#pragma once

#include <filesystem>
#include <string>

#include "gradebook/gradebook.hpp"
#include "sandbox/descriptor.hpp"

/// The folder that `gradus grade --out` makes.
namespace gradus::app {

/// The file in it that holds the run.
[[nodiscard]] std::filesystem::path gradebook_in(const std::filesystem::path& run);

/// Opens a run.
/// \throws UsageError if the folder holds none; GradebookError as Gradebook::open does
[[nodiscard]] gradebook::Gradebook open_run(const std::filesystem::path& run);

/// Keeps a run's folder from every other gradus, as long as what is returned lives.
/// \throws UsageError if another one is at work there
[[nodiscard]] sandbox::Descriptor hold(const std::filesystem::path& run);

/// The bytes of a file that the user named; of no file: none.
/// \throws UsageError if it cannot be read
[[nodiscard]] std::string content_of(const std::filesystem::path& file);

}  // namespace gradus::app

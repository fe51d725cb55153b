#pragma once

#include <filesystem>
#include <string>

#include "app/archive.hpp"

namespace gradus::app {

/// The folder that holds labs/, harness/ and the rest.
[[nodiscard]] std::filesystem::path project_folder();

/// The files of the project that git knows, as they lie here, by their names in it. What git does
/// not know is counted on standard error: it may be private.
/// \throws UsageError if the folder is no clone
[[nodiscard]] PackedFiles project_files();

/// The commit that lies here: "0123abcd", with "-dirty" where files differ from it.
/// \throws as project_files()
[[nodiscard]] std::string project_revision();

}  // namespace gradus::app

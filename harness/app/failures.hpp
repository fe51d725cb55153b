#pragma once

#include <filesystem>
#include <string>

#include "score/results.hpp"

namespace gradus::app {

/// Keeps the input on which each check failed, one file for each, in the place of those of an
/// earlier check of the same exercises.
void save_failures(const Results& results);

/// The file of a failed check; it may not be there.
[[nodiscard]] std::filesystem::path failure_file(const std::string& exercise,
                                                 const std::string& idea);

}  // namespace gradus::app

#pragma once

#include <string>
#include <string_view>

#include "loop/standing.hpp"
#include "score/results.hpp"

namespace gradus::app {

/// \return an empty state if there is no file, or none that can be read
[[nodiscard]] loop::State load_state();

/// Notes what a check has found.
void save_state(const Results& results);

/// Notes how many hints of an exercise were read.
void note_hint(std::string_view slug, int hints);

/// SHA-256 of an exercise's file in labs/ as it is now; empty if it is missing.
[[nodiscard]] std::string hash_of_file(const std::string& file);

}  // namespace gradus::app

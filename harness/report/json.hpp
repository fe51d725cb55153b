#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "score/results.hpp"

namespace gradus::report {

/// Name and version of the format of results.json.
inline constexpr std::string_view kResultsSchema = "gradus-results/1";

/// results.json, as docs/teaching/results.md and results.schema.json describe it.
///
/// A function of the results alone: no time, no path, numbers rounded to six digits. So the same
/// submission graded twice gives the same bytes.
[[nodiscard]] std::string json(const Results& results);

/// The part of results.json that tells of one exercise.
[[nodiscard]] std::string exercise_json(const ExerciseResult& result);

/// timings.json: the seconds that each part took, which differ from run to run.
[[nodiscard]] std::string timings_json(const Results& results);

/// Writes a file by a temporary one and a rename, so that nobody ever reads half of it. Pipes and
/// devices are written to directly.
/// \throws std::runtime_error naming the file and the reason
void write_atomically(const std::filesystem::path& file, const std::string& text);

}  // namespace gradus::report

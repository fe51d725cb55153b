#pragma once

#include <string>
#include <vector>

#include "score/results.hpp"

namespace gradus::report {

/// The results that a results.json tells of: the inverse of json(), up to what that leaves out
/// (failed inputs, timings).
/// \throws std::runtime_error naming what is wrong if the text is no results.json of this version
[[nodiscard]] Results read_results(const std::string& text);

/// The same for one exercise alone, as exercise_json() writes it.
[[nodiscard]] ExerciseResult read_exercise(const std::string& text);

/// The times that a timings.json tells of.
/// \throws std::runtime_error naming what is wrong if the text is none
[[nodiscard]] std::vector<Timing> read_timings(const std::string& text);

}  // namespace gradus::report

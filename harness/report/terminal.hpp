#pragma once

#include <string>

#include "report/style.hpp"
#include "score/results.hpp"

/// The report that a student reads in the terminal.
namespace gradus::report {

/// The line of one exercise: mark, slug, points, verdict.
[[nodiscard]] std::string line(const ExerciseResult& exercise, const Style& style);

/// Why an exercise is not passed: its first check that failed, in at most about ten lines, then the
/// other ones by name. Empty for a passed exercise.
[[nodiscard]] std::string details(const ExerciseResult& exercise, const Style& style);

/// The whole report: a line each, details of what failed, totals.
[[nodiscard]] std::string terminal(const Results& results, const Style& style);

}  // namespace gradus::report

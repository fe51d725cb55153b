#pragma once

#include <string>

#include "score/results.hpp"

namespace gradus::exports {

/// The line `result=...` of a step's output that the reporter of GitHub Classroom reads: points
/// with their fractions, one test for each check and each run on MNIST.
///
/// The reporter prints what is in it. No line of it can be a command to GitHub, so that a student's
/// text cannot announce points of its own. A run that gives no mark has no `max_score`: the
/// reporter then fails, and counts nothing.
[[nodiscard]] std::string github_classroom(const Results& results);

/// Commands to GitHub that show what failed beside the student's code: one for each exercise that
/// was begun and is not passed.
[[nodiscard]] std::string github_annotations(const Results& results);

/// What stands on the page of the run, in Markdown.
[[nodiscard]] std::string github_summary(const Results& results);

}  // namespace gradus::exports

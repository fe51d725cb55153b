#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "catalogue/exercise.hpp"
#include "toolchain/recipe.hpp"

namespace gradus::author {

/// How often the checks of an exercise cry wolf on right code.
struct Alarms {
  std::string slug;
  long gradings = 0;
  long inputs = 0;                  ///< of all checks together
  long gradients = 0;               ///< inputs of gradient checks, among them
  std::vector<std::string> alarms;  ///< the goal is none
};

/// Grades right versions of an exercise (the solution and every variant, in turn) with the seeds 1,
/// 2, 3, ... and counts the checks that fail.
[[nodiscard]] Alarms count_alarms(const Exercise& exercise, const toolchain::Recipe& recipe,
                                  long gradings);

}  // namespace gradus::author

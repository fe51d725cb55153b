#pragma once

#include "catalogue/exercise.hpp"

namespace gradus::exports {

/// Points are hundredths inside; a platform expects 13.5.
[[nodiscard]] constexpr double in_points(Points points) {
  return static_cast<double>(points) / 100.0;
}

}  // namespace gradus::exports

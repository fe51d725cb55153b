#pragma once

#include <string>

#include "catalogue/exercise.hpp"
#include "report/style.hpp"

namespace gradus::loop {

/// The first hints of an exercise, and how many are left.
/// \param count how many to show
[[nodiscard]] std::string hints_text(const Exercise& exercise, int count,
                                     const report::Style& style);

}  // namespace gradus::loop

#pragma once

#include <functional>
#include <string>

#include "loop/standing.hpp"
#include "report/style.hpp"

namespace gradus::loop {

/// Whether the file of an exercise is another one than when it was last checked.
using Changed = std::function<bool(const Exercise&, const Standing&)>;

/// Where a student is: every exercise with its points and what the last check found, a bar for each
/// lab, and what comes next. At most 80 columns wide.
[[nodiscard]] std::string overview(const State& state, const Changed& changed,
                                   const report::Style& style);

/// What to do for an exercise and which commands help; for nullptr, what is left once everything is
/// solved.
[[nodiscard]] std::string next_step(const Exercise* exercise, const report::Style& style);

}  // namespace gradus::loop

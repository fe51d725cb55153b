#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "check/check.hpp"
#include "diagnosis/finding.hpp"
#include "sandbox/subject.hpp"

namespace gradus::diagnosis {

/// Who can be asked, each time in a fresh process.
struct Actors {
  /// The student's code; unwritten memory holds this ("nan" or "zero").
  std::function<std::unique_ptr<sandbox::Subject>(std::string_view fill)> student;
  /// The reference solution.
  std::function<std::unique_ptr<sandbox::Subject>()> right;
  /// A known mistake of the exercise, by name.
  std::function<std::unique_ptr<sandbox::Subject>(std::string_view name)> known;
};

/// Looks for the cause of a failure, the kind of failure first:
/// 1. answers that differ from run to run, or with what unwritten memory holds;
/// 2. a known mistake that answers every question as the student's code does;
/// 3. answers that depend on what was asked before;
/// 4. what all wrong answers have in common.
/// \return an empty finding if there is nothing to say: no match, no guess
[[nodiscard]] Finding investigate(const check::Spec& spec, const Actors& actors,
                                  std::uint64_t seed);

}  // namespace gradus::diagnosis

#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace gradus {

/// What became of a check or of an exercise. The set is closed: every way in which code can go
/// wrong is one of these, and only kPassed is worth points.
enum class Verdict {
  kPassed,
  kWrong,
  kNotStarted,
  kDidNotBuild,
  kCrashed,
  kTimedOut,
  kOutOfMemory,
  kBadReply,
  kUnfinished,    ///< not tried, because something before it ended the exercise
  kHarnessError,  ///< our fault: held back, never scored as zero
};

/// The name in results.json: "passed", "not_started", ...
[[nodiscard]] constexpr std::string_view name(Verdict verdict) {
  switch (verdict) {
    case Verdict::kPassed:
      return "passed";
    case Verdict::kWrong:
      return "wrong";
    case Verdict::kNotStarted:
      return "not_started";
    case Verdict::kDidNotBuild:
      return "did_not_build";
    case Verdict::kCrashed:
      return "crashed";
    case Verdict::kTimedOut:
      return "timed_out";
    case Verdict::kOutOfMemory:
      return "out_of_memory";
    case Verdict::kBadReply:
      return "bad_reply";
    case Verdict::kUnfinished:
      return "unfinished";
    case Verdict::kHarnessError:
      return "harness_error";
  }
  return "harness_error";
}

inline constexpr std::array kVerdicts = {
    Verdict::kPassed,     Verdict::kWrong,       Verdict::kNotStarted,  Verdict::kDidNotBuild,
    Verdict::kCrashed,    Verdict::kTimedOut,    Verdict::kOutOfMemory, Verdict::kBadReply,
    Verdict::kUnfinished, Verdict::kHarnessError};

/// The inverse of name().
[[nodiscard]] constexpr std::optional<Verdict> verdict_named(std::string_view text) {
  for (const Verdict verdict : kVerdicts) {
    if (name(verdict) == text) return verdict;
  }
  return std::nullopt;
}

}  // namespace gradus

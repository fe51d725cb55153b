#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/exercise.hpp"
#include "check/failed_case.hpp"
#include "check/story.hpp"
#include "sandbox/subject.hpp"

namespace gradus::check {

class Trial;

/// What a check asks of the student's function; decides what depends on it.
enum class Kind {
  kValue,     ///< right numbers on ordinary inputs: no other check pays unless this one passes
  kGradient,  ///< against finite differences
  kProperty,  ///< a law that every right answer obeys
  kRobust,    ///< extreme inputs, side effects, state between calls
};

[[nodiscard]] constexpr std::string_view name(Kind kind) {
  switch (kind) {
    case Kind::kValue:
      return "value";
    case Kind::kGradient:
      return "gradient";
    case Kind::kProperty:
      return "property";
    case Kind::kRobust:
      return "robust";
  }
  return "value";
}

/// The inverse of name().
[[nodiscard]] constexpr std::optional<Kind> kind_named(std::string_view text) {
  for (const Kind kind : {Kind::kValue, Kind::kGradient, Kind::kProperty, Kind::kRobust}) {
    if (name(kind) == text) return kind;
  }
  return std::nullopt;
}

/// One thing that must hold, worth a part of its exercise's points.
struct Check {
  std::string_view idea;   ///< "shift"; the slug is the exercise's slug, a dot, and this
  std::string_view claim;  ///< a sentence: "Adding a constant to every logit changes nothing."
  Kind kind;
  Points points;
  void (*body)(Trial&);  ///< throws Falsified if the claim does not hold
};

/// The checks of one exercise, in the order in which they are shown.
struct Spec {
  std::string_view exercise;
  std::vector<Check> checks;
};

/// What became of one check.
struct Result {
  Verdict verdict = Verdict::kUnfinished;
  Story story;                       ///< why it is not passed
  int cases = 0;                     ///< inputs that were tried
  std::optional<FailedCase> failed;  ///< nothing if it passed, or failed on inputs that are fixed
};

/// Runs one check against a subject.
/// \param seed of the whole run; each check derives its own from it and its slug
/// \param only the one input to try, instead of those that the check draws
[[nodiscard]] Result run(const Check& check, std::string_view exercise, sandbox::Subject& subject,
                         std::uint64_t seed, const FailedCase* only = nullptr);

}  // namespace gradus::check

#pragma once

#include <span>
#include <string_view>

/// The bank of known wrong versions of each exercise, and of right ones that are written otherwise.
///
/// One file a version: `tp1/softmax/no_shift.cpp` is a mistake, `tp1/softmax/correct/loops.cpp` a
/// right variant. The comment at its head says what it is; the rest is the file as a student would
/// have written it. A new file is found by itself. From all files of an exercise the build makes
/// two programs, `mistakes.tp1.softmax` and `variants.tp1.softmax`, whose first argument is the
/// name of the version that is to answer; so a hundred mistakes cost one compilation.
///
/// The bank proves the checks (`gradus author`) and names the student's mistake (diagnosis/).
namespace gradus::mistakes {

/// A known wrong version.
struct Mistake {
  std::string_view exercise;   ///< "tp1.softmax"
  std::string_view name;       ///< "no_shift"
  std::string_view caught_by;  ///< idea of the first check that fails on it
  std::string_view says;       ///< what is wrong, why it matters and where to look, for the student
  std::string_view notes;      ///< anchor in the course notes
  std::string_view source;     ///< where it was seen
  std::string_view twin;       ///< another name that no input can tell from this one, or empty

  /// One name for all twins.
  [[nodiscard]] std::string_view family() const { return twin.empty() ? name : twin; }
};

/// A right version that is written otherwise than the solution.
struct Variant {
  std::string_view exercise;
  std::string_view name;
  std::string_view what;  ///< what is special about it
  std::string_view source;
};

/// Versions that `variants.SLUG` holds beside the variants.
inline constexpr std::string_view kSolution = "solution";
inline constexpr std::string_view kStub = "stub";

/// The mistakes of an exercise, by name; none if it has no folder.
[[nodiscard]] std::span<const Mistake> mistakes_of(std::string_view exercise);
/// The right variants of an exercise, by name.
[[nodiscard]] std::span<const Variant> variants_of(std::string_view exercise);

}  // namespace gradus::mistakes

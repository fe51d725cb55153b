#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "catalogue/exercise.hpp"
#include "sandbox/verdict.hpp"

namespace gradus::loop {

/// What the last check of one exercise found, and how many of its hints were read.
struct Standing {
  std::optional<Verdict> verdict;  ///< nothing if it was never checked
  Points points = 0;
  std::string file_hash;  ///< SHA-256 of the student's file at that time
  int hints = 0;

  /// Notes what a check has found; the hints stay read.
  void note(Verdict found, Points earned, std::string hash) {
    verdict = found;
    points = earned;
    file_hash = std::move(hash);
  }
  bool operator==(const Standing&) const = default;
};

/// The student's standing in every exercise that was ever checked here, and in the run on MNIST of
/// each lab that was graded, by slug. One small file,
/// .gradus/state.json; deleting it loses nothing that a check cannot find out again.
using State = std::map<std::string, Standing, std::less<>>;

/// Reads what state_text() writes. The file may have been damaged, or come with somebody's clone:
/// a standing that no check can have noted is left out, so that the others may be shown, summed up
/// and written again without a second look.
[[nodiscard]] State parse_state(const std::string& text);

[[nodiscard]] std::string state_text(const State& state);

/// An empty standing for a slug that is not there.
[[nodiscard]] Standing standing_of(std::string_view slug, const State& state);

/// What to do next: the first exercise in course order that lacks points.
/// \param after an exercise whose turn is over for now; nullptr for none
/// \return nullptr if there is no other one
[[nodiscard]] const Exercise* next_exercise(const State& state, const Exercise* after = nullptr);

}  // namespace gradus::loop

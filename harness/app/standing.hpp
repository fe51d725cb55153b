#pragma once

#include <functional>
#include <map>
#include <string>

#include "catalogue/exercise.hpp"

namespace gradus::app {

/// What the last check of one exercise found.
struct Standing {
  std::string verdict;  ///< name(Verdict)
  Points points = 0;
  std::string file_hash;  ///< SHA-256 of the student's file at that time
  bool operator==(const Standing&) const = default;
};

/// The student's standing in every exercise that was ever checked here, by slug. One small file,
/// .gradus/state.json; deleting it loses nothing that a check cannot find out again.
using State = std::map<std::string, Standing, std::less<>>;

/// Reads what state_text() writes. The file may have been damaged, or come with somebody's clone:
/// a standing that no check can have noted is left out, so that the others may be shown, summed up
/// and written again without a second look.
[[nodiscard]] State parse_state(const std::string& text);

[[nodiscard]] std::string state_text(const State& state);

}  // namespace gradus::app

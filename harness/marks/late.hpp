#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "marks/ledger_line.hpp"

namespace gradus::marks {

/// What lateness costs in one lab.
struct LatePolicy {
  bool percent = false;  ///< of the points so far; otherwise points
  Points per_day = 0;    ///< hundredths of a percent or of a point
  std::optional<Points> at_most;
  std::chrono::seconds grace{0};  ///< taken off before days are counted
};

/// How late a student was in a lab.
struct Lateness {
  std::chrono::seconds told{0};  ///< by the platform
  std::chrono::seconds extension{0};
  std::string reason;  ///< of the extension
};

/// Who was late, and what that costs: a text file that the instructor keeps.
///
///     policy tp1 10% per day, at most 50%, grace 15 min
///     policy tp2 1 point per day, at most 5 points
///     late ada tp1 2 days 3 hours
///     extension ada tp1 3 days "ill, note of 3 October"
struct LateLedger {
  std::map<std::string, LatePolicy> policies;  ///< by lab
  std::map<Key, Lateness> lateness;            ///< by student and lab
};

/// \param name what to call the ledger in messages
/// \param students their ids
/// \throws MarksError naming the line and what was expected
[[nodiscard]] LateLedger parse_late(const std::string& text, const std::string& name,
                                    const std::vector<std::string>& students);

/// What a student's lateness costs, and how that comes about.
struct Penalty {
  std::string says;
  Points cost = 0;  ///< from 0 to the points so far
};

/// An extension is taken off first, then the grace time; of what is left each begun day counts.
/// Fractions of a hundredth are the student's.
/// \return nothing if the student was not late
[[nodiscard]] std::optional<Penalty> penalty(const LateLedger& ledger, const Key& who,
                                             Points so_far);

}  // namespace gradus::marks

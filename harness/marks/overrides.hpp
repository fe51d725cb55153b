#pragma once

#include <map>
#include <string>
#include <vector>

#include "marks/ledger_line.hpp"

namespace gradus::marks {

/// More or fewer points for a lab or a part of it.
struct Adjustment {
  std::string student;  ///< empty: everybody who handed something in
  std::string what;     ///< "tp1" or "tp1.softmax"
  Points by = 0;
  std::string reason;
};

/// Points in place of what was counted.
struct Setting {
  Points to = 0;
  std::string reason;
};

/// What the instructor decided against or beside the checks: a text file that the instructor keeps.
///
///     ada tp1.softmax +1 "the text was ambiguous"
///     ada tp1 = 12.5 "oral exam"
///     ada tp1 excused "ill in week 4"
///     everybody tp1.nll +0.5 "the check of week 3 was too strict"
struct OverrideLedger {
  std::vector<Adjustment> adjustments;
  // By student (empty: everybody who handed something in) and what.
  std::map<Key, Setting> settings;
  std::map<Key, std::string> excuses;
};

/// \param name what to call the ledger in messages
/// \param students their ids
/// \throws MarksError naming the line and what was expected, and on lines that contradict another
[[nodiscard]] OverrideLedger parse_overrides(const std::string& text, const std::string& name,
                                             const std::vector<std::string>& students);

/// What the ledger says of a student: the student's own line, or else that of everybody.
/// \param counts_as_everybody whether the student handed something in
template <typename Value>
[[nodiscard]] const Value* said_of(const std::map<Key, Value>& facts, const std::string& student,
                                   const std::string& what, bool counts_as_everybody) {
  auto found = facts.find({student, what});
  if (found == facts.end() && counts_as_everybody) found = facts.find({"", what});
  return found == facts.end() ? nullptr : &found->second;
}

}  // namespace gradus::marks

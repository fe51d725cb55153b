#pragma once

#include <string>
#include <vector>

#include "marks/marks.hpp"

namespace gradus::marks {

/// A part of a lab that earned other points, or the same with other verdicts.
struct PartMove {
  std::string slug;
  Points from = 0;
  Points to = 0;
  std::vector<std::string> checks;  ///< "tp1.softmax.shift: wrong answer -> passed"
};

/// A student's lab that came out otherwise.
struct Move {
  std::string student;
  std::string lab;
  Points from = 0;
  Points to = 0;
  std::vector<PartMove> parts;
  /// What differs between the two runs and may be why: "the code", "the harness", "the seed", ...
  /// Empty: nothing does, so that the same work was judged in two ways. That is our fault.
  std::vector<std::string> because;
};

/// Two runs compared, by the points of the checks alone.
struct Comparison {
  std::vector<Move> moves;
  int same = 0;                    ///< labs that came out alike
  std::vector<std::string> notes;  ///< who is in one run alone, or held back in one
};

[[nodiscard]] Comparison compare(const Run& before, const Run& after);

/// Counts first ("31 up, 0 down, 2 flagged"), then a paragraph for each move.
[[nodiscard]] std::string text(const Comparison& comparison);

}  // namespace gradus::marks

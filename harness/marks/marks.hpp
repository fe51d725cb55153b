#pragma once

#include <map>
#include <string>
#include <vector>

#include "gradebook/gradebook.hpp"
#include "marks/late.hpp"
#include "marks/overrides.hpp"
#include "score/results.hpp"

namespace gradus::marks {

/// What a run found out, as far as marks are made of it.
struct Run {
  std::string name;  ///< when it was begun
  gradebook::Terms terms;
  std::vector<gradebook::HandIn> class_list;
  std::map<std::string, Results> results;  ///< by submission; where the grader failed there is none
};

/// Marks of another run that are out already.
struct EarlierMarks {
  std::string run;
  std::map<Key, Points> marks;  ///< by student, as marks.csv writes the id, and lab
};

enum class State {
  kGraded,
  kNothingHandedIn,  ///< the mark is 0
  kHeld,             ///< the grader failed: there is no mark yet
  kExcused           ///< there will be none
};

/// "graded", "nothing_handed_in", "held", "excused".
[[nodiscard]] std::string_view name(State state);

/// Something that a mark consists of.
struct Line {
  std::string says;
  Points change = 0;
};

struct LabMark {
  std::string lab;
  std::string title;
  State state = State::kGraded;
  Points raw = 0;   ///< from the checks and MNIST alone
  Points late = 0;  ///< what lateness cost
  Points mark = 0;  ///< means nothing if the state is kHeld or kExcused
  Points out_of = 0;
  std::vector<Line> lines;  ///< their changes add up to the mark

  [[nodiscard]] bool has_number() const {
    return state == State::kGraded || state == State::kNothingHandedIn;
  }
};

struct StudentMarks {
  roster::Student student;
  std::string submission;  ///< empty: nothing was handed in
  std::vector<LabMark> labs;
  std::vector<std::string> remarks;
};

/// The marks of a class. In this order:
///
/// 1. the points of the exercises and of MNIST;
/// 2. overrides of parts: = first, then + and -;
/// 3. lateness, of what was handed in;
/// 4. overrides of the lab: = first, then + and -;
/// 5. no mark is below 0 or above what the lab is worth;
/// 6. no mark is below an earlier one, if there are any.
///
/// Where the grader failed there is no number, unless the lab's mark is set by hand.
[[nodiscard]] std::vector<StudentMarks> marks(const Run& run, const LateLedger& late,
                                              const OverrideLedger& overrides,
                                              const EarlierMarks& earlier);

}  // namespace gradus::marks

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gradebook/gradebook.hpp"
#include "score/results.hpp"

/// What people read after a class was graded: a page for each student, and one for the instructor.
namespace gradus::pages {

/// What became of one submission.
struct Graded {
  std::optional<Results> results;  ///< nothing: not graded yet, or held back by our own fault
  std::string failure;             ///< why it is held back: for the instructor alone
  std::vector<Timing> timings;
  std::map<std::string, std::string> labs;  ///< hash of the files of each lab that has any
};

/// A run over a class, without its secrets.
struct Run {
  bool finished = false;
  std::vector<std::string> labs;
  std::vector<gradebook::HandIn> students;    ///< without the files' texts
  std::map<std::string, Graded> submissions;  ///< by their hash
};

/// How far a student's work has come.
enum class State { kNothingHandedIn, kNotGradedYet, kHeldBack, kGraded };

[[nodiscard]] State state_of(const Run& run, const gradebook::HandIn& student);

/// The results of a student's work.
/// \return null unless it is graded
[[nodiscard]] const Results* results_of(const Run& run, const gradebook::HandIn& student);

/// \throws std::runtime_error if a report in the gradebook cannot be read
[[nodiscard]] Run read_run(const gradebook::Gradebook& book);

}  // namespace gradus::pages

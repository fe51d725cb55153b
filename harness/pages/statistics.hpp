#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pages/run.hpp"

namespace gradus::pages {

/// The mean, and the value below which half of them lie.
struct Average {
  Points mean = 0;
  Points median = 0;
};

/// Students with at least so many points, and fewer than the next bar asks for.
struct Bar {
  Points from = 0;
  std::size_t students = 0;
};

struct CheckStatistics {
  std::string slug;
  std::string claim;
  std::size_t tried = 0;  ///< students whose code got as far as this check
  std::size_t passed = 0;
  Points mean = 0;  ///< of everybody
  Points out_of = 0;

  [[nodiscard]] double share_passed() const;
  /// More students fail it than a fair check should: perhaps it is wrong.
  [[nodiscard]] bool is_suspect() const;
};

/// An exercise, or a lab's run on MNIST, which has no checks.
struct TaskStatistics {
  std::string slug;
  std::string title;
  std::string notes;
  std::size_t students = 0;
  std::size_t full = 0;       ///< students with all of its points
  std::size_t untouched = 0;  ///< students who did not start it
  Points mean = 0;
  Points out_of = 0;
  std::vector<CheckStatistics> checks;

  [[nodiscard]] double share() const;  ///< of its points, on average
};

struct LabStatistics {
  std::string name;
  std::string title;
  Points out_of = 0;
  std::size_t students = 0;  ///< whose work is graded
  std::size_t full = 0;      ///< of them, with all points
  Average points;
  std::vector<Bar> histogram;  ///< the last bar is for all points
  std::vector<TaskStatistics> tasks;
};

/// A known mistake, and how many students made it.
struct MistakeStatistics {
  std::string slug;  ///< "tp1.softmax.no_shift"
  std::string says;
  std::string notes;
  std::size_t students = 0;
};

/// A section of the notes that would have saved points.
struct Idea {
  std::string notes;    ///< its anchor
  std::string example;  ///< what most of the points were lost by
  Points lost = 0;      ///< by all students together
  std::size_t students = 0;
};

/// How long judging a part takes.
struct TimeStatistics {
  std::string what;
  double median = 0.0;
  double longest = 0.0;
};

/// Students who handed in the same bytes for all of a lab, of which something was written.
struct SameFiles {
  std::string lab;
  std::vector<std::size_t> students;  ///< positions in the run
  std::size_t written = 0;            ///< exercises that are not left as they were given
  std::size_t exercises = 0;
};

/// What an instructor wants to know of a run.
struct Statistics {
  std::size_t students = 0;
  std::size_t handed_in = 0;
  std::size_t waiting = 0;             ///< handed in, and not graded yet
  std::vector<std::size_t> held_back;  ///< positions in the run
  std::vector<LabStatistics> labs;
  std::vector<MistakeStatistics> mistakes;  ///< the most common first
  std::vector<Idea> ideas;                  ///< the most costly first
  std::vector<TimeStatistics> times;        ///< the slowest first
  std::vector<SameFiles> same_files;
  /// What is not the same for all marks, though it should be: "compiler", "data of tp1.mnist".
  std::vector<std::string> differences;
};

[[nodiscard]] Statistics statistics_of(const Run& run);

}  // namespace gradus::pages

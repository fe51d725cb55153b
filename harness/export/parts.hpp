#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "score/results.hpp"

/// One student's results in the formats of the platforms.
///
/// The folder is called export; the namespace is not, as that word belongs to the language.
namespace gradus::exports {

/// One check, or one run on MNIST. Its texts are harmless to print: see report::visible().
struct Row {
  std::string slug;
  std::string name;  ///< the claim, as a sentence
  Verdict verdict = Verdict::kUnfinished;
  Points points = 0;
  Points out_of = 0;
  std::string text;  ///< for the student: why it is not passed, or does not pay; else empty
};

/// Something to read that is worth no points.
struct Note {
  std::string name;
  std::string text;
};

/// An exercise, or MNIST: it has at least one row.
struct Part {
  std::string slug;
  std::string title;
  std::string file;  ///< that the student wrote, relative to labs/; empty for MNIST
  Verdict verdict = Verdict::kUnfinished;
  Points points = 0;
  Points out_of = 0;
  std::vector<Row> rows;
  std::vector<Note> notes;  ///< what the code printed, what the compiler warned of
};

/// What every platform shows of a run, in the order of the course.
/// \param most bytes of each text; of a longer one the start is kept
[[nodiscard]] std::vector<Part> parts(const Results& results, std::size_t most);

/// Whether the points of a run may be used: not if something could not be judged by our own fault,
/// nor if there was nothing to judge.
[[nodiscard]] bool gives_a_mark(const Results& results);

/// The total in a few lines, or why there is none.
[[nodiscard]] std::string summary(const Results& results);

}  // namespace gradus::exports

#pragma once

#include <string>
#include <string_view>

#include "catalogue/exercise.hpp"

/// The pages about the exercises, made from the tables that the grader uses: catalogue, specs and
/// bank of mistakes. So the notes say what the grader does, in the same words.
namespace gradus::notes {

/// What the catalogue does not know of an exercise, read from the file of its solution.
struct SolutionFacts {
  std::string header;  ///< that declares what is to be written: "tp1/softmax.hpp"
  int lines = 0;       ///< of code in the part that students write
};

/// \param solution the text of solutions/tp1/softmax.cpp
[[nodiscard]] SolutionFacts facts_of(std::string_view solution);

/// "ex_tp1_softmax": the page of an exercise.
[[nodiscard]] std::string page_id(std::string_view slug);

/// A text as Doxygen's Markdown, in which no character has a meaning of its own.
[[nodiscard]] std::string plain(std::string_view text);

/// The page of an exercise, as Markdown.
[[nodiscard]] std::string exercise_page(const Exercise& exercise, const SolutionFacts& facts);

/// The box at the end of a chapter that leads to it, as HTML.
[[nodiscard]] std::string exercise_box(const Exercise& exercise);

/// The table of all exercises, as Markdown.
[[nodiscard]] std::string list_of_exercises();

/// The tabs of all exercises for the side bar, as lines of Doxygen's layout file.
[[nodiscard]] std::string exercise_tabs();

}  // namespace gradus::notes

#pragma once

#include "pages/notes.hpp"
#include "score/results.hpp"
#include "web/document.hpp"

namespace gradus::pages {

/// Whether all is well, something went wrong, or nothing was tried: a class of the style sheets.
[[nodiscard]] std::string tone_of(Verdict verdict);

/// What student.mustache shows of an exercise.
[[nodiscard]] web::data task_data(const ExerciseResult& exercise, const Notes& notes);
/// The same of a lab's run on MNIST.
[[nodiscard]] web::data task_data(const MnistResult& mnist);

}  // namespace gradus::pages

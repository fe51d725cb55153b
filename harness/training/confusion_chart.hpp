#pragma once

#include <array>
#include <string>

#include "training/answers.hpp"

namespace gradus::training {

/// The confusion matrix as SVG: a row for each class, a column for each answer, the count in each
/// cell. The diagonal is blue, by its share of the row; errors are orange, by the square root of
/// their share of the largest error, as a few errors would not show beside many.
[[nodiscard]] std::string confusion_svg(const Answers& answers,
                                        const std::array<std::string, kClasses>& class_names);

}  // namespace gradus::training

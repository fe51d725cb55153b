#pragma once

#include <string>

#include "gradebook/gradebook.hpp"

namespace gradus::classroom {

/// What an instructor wants to know first of a run: how many, how well, and what is held back.
[[nodiscard]] std::string summary(const gradebook::Gradebook& book);

/// Whether the grader failed on some submission, so that marks are held back.
[[nodiscard]] bool holds_back(const gradebook::Gradebook& book);

}  // namespace gradus::classroom

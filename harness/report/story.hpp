#pragma once

#include <string>

#include "check/story.hpp"
#include "report/style.hpp"

namespace gradus::report {

/// Text broken at spaces into lines of at most 80 columns (a longer word stays whole).
/// \param first stands before the first line; as wide as the margin, colours apart
/// \param margin stands before every other one
[[nodiscard]] std::string wrap(const std::string& text, const std::string& first,
                               const std::string& margin);

/// "      expected   softmax = [0, 1]", further lines below the first; nothing for an empty text.
/// The text is made harmless for a terminal.
[[nodiscard]] std::string field(const std::string& name, const std::string& text,
                                const Style& style);

/// The story of a failed check, one field after the other.
[[nodiscard]] std::string fields(const check::Story& story, const Style& style);

}  // namespace gradus::report

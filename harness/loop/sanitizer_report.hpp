#pragma once

#include <string>

namespace gradus::loop {

/// What AddressSanitizer, LeakSanitizer and UndefinedBehaviorSanitizer found in the student's file,
/// in a few lines: what happened, in which line, and what that means.
///
/// \param report what they wrote
/// \param file "tp1/softmax.cpp": lines of other files are not the student's
/// \return empty if the report holds nothing that is known
[[nodiscard]] std::string sanitizer_story(const std::string& report, const std::string& file);

}  // namespace gradus::loop

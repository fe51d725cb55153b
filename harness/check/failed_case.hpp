#pragma once

#include <istream>
#include <ostream>

#include "check/case.hpp"

namespace gradus::check {

/// The input on which a check failed, so that this input alone can be tried again.
struct FailedCase {
  int search = 0;  ///< which for_all() of the check it belongs to, counted from 0
  Case input;
};

/// Writes a case as lines of text, every number exactly.
void write(std::ostream& out, const FailedCase& failed);

/// Reads what write() wrote.
/// \throws std::runtime_error if the text is something else
[[nodiscard]] FailedCase read_failed_case(std::istream& in);

}  // namespace gradus::check

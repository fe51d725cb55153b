#pragma once

#include <string>
#include <vector>

namespace gradus::app {

/// Runs a program with our terminal and waits for it: the student's own code, at the student's own
/// risk. Nothing it says becomes a mark.
/// \return its exit status, or 128 plus the signal that ended it
int run_in_foreground(const std::vector<std::string>& command);

/// Whether a program of ours that plays the checks says that it could not.
[[nodiscard]] constexpr bool is_our_fault(int status) {
  constexpr int kCannotPlay = 3;
  constexpr int kCannotStart = 127;
  return status == kCannotPlay || status == kCannotStart;
}

}  // namespace gradus::app

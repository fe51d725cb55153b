#pragma once

#include <string>
#include <vector>

namespace gradus::app {

/// Runs a program with our terminal and waits for it: the student's own code, at the student's own
/// risk. Nothing it says becomes a mark.
/// \return its exit status, or 128 plus the signal that ended it
int run_in_foreground(const std::vector<std::string>& command);

}  // namespace gradus::app

#pragma once

#include <functional>
#include <vector>

#include "app/teaching/commands.hpp"
#include "gradebook/gradebook.hpp"
#include "toolchain/recipe.hpp"

namespace gradus::app {

/// Reads what a class handed in.
using HandInReader = std::function<std::vector<gradebook::HandIn>(const toolchain::Recipe&)>;

/// Grades a class into the folder options.out, or goes on with that: begins the run, judges what is
/// not judged yet, shows how far it is, and prints what came out.
/// \return the exit status
int grade_into_run(const GradeOptions& options, const HandInReader& read_hand_ins);

}  // namespace gradus::app

#pragma once

#include <CLI/CLI.hpp>
#include <functional>

namespace gradus::app {

/// Has a subcommand set the exit status of the program; what it throws becomes a message and the
/// status that fits.
void runs(CLI::App* subcommand, int& status, std::function<int()> command);

/// The subcommands of the student's loop, in the order of `gradus --help`.
void add_student_commands(CLI::App& app, int& status);
/// Those of whoever grades, writes exercises and looks after the machine.
void add_instructor_commands(CLI::App& app, int& status);

}  // namespace gradus::app

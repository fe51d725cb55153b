#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <initializer_list>
#include <string>

namespace gradus::app {

/// Has a subcommand set the exit status of the program; what it throws becomes a message and the
/// status that fits.
void runs(CLI::App* subcommand, int& status, std::function<int()> command);

/// Adds subcommands, shown by --help under one heading.
void add_group(CLI::App& app, int& status, const std::string& heading,
               std::initializer_list<void (*)(CLI::App&, int&)> commands);

/// The subcommands of the student's loop, in the order of `gradus --help`.
void add_student_commands(CLI::App& app, int& status);
/// Those of whoever grades, from what was handed in to the marks.
void add_class_commands(CLI::App& app, int& status);
/// Those of whoever writes exercises and looks after the machine.
void add_instructor_commands(CLI::App& app, int& status);

}  // namespace gradus::app

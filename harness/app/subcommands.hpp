#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>

#include "app/commands.hpp"

namespace gradus::app {

/// Has a subcommand set the exit status of the program; what it throws becomes a message and the
/// status that fits.
void runs(CLI::App* subcommand, int& status, std::function<int()> command);

/// Adds subcommands, shown by --help under one heading.
void add_group(CLI::App& app, int& status, const std::string& heading,
               std::initializer_list<void (*)(CLI::App&, int&)> commands);

/// The subcommands of the student's loop, in the order of `gradus --help`.
void add_student_commands(CLI::App& app, int& status);
/// Those of whoever teaches; in a students' handout grading alone.
void add_teaching_commands(CLI::App& app, int& status);
/// Those that look after the machine.
void add_machine_commands(CLI::App& app, int& status);

/// Adds the two ways to give a seed, of which a call takes one.
void add_seed(CLI::App& command, std::optional<std::uint64_t>& seed, const std::string& what);
/// Adds `grade` for one submission. What it runs is the caller's choice.
CLI::App* add_grade(CLI::App& app, const std::shared_ptr<GradeOptions>& options);

}  // namespace gradus::app

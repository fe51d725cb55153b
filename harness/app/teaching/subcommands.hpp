#pragma once

#include "app/subcommands.hpp"

namespace gradus::app {

/// As runs(), for a command that reads what a class handed in, gradebooks or ledgers: what is wrong
/// with those is wrong use.
void teaches(CLI::App* subcommand, int& status, std::function<int()> command);

/// The subcommands of whoever grades, from what was handed in to the marks.
void add_class_commands(CLI::App& app, int& status);
/// Those of whoever writes exercises and hands them out.
void add_instructor_commands(CLI::App& app, int& status);

}  // namespace gradus::app

#pragma once

#include <filesystem>
#include <string>

#include "toolchain/recipe.hpp"

namespace gradus::toolchain {

/// SHA-256 of the grader's program and of every file that students' code is compiled against and
/// linked with: what is judged by the same identity is judged alike.
/// \throws std::runtime_error if a file cannot be read
[[nodiscard]] std::string identity(const std::filesystem::path& program, const Recipe& recipe);

/// The same of the compiler and of every header that a student's file is compiled against: with its
/// text and the compiler's arguments, all that an object depends on. Of the system's headers it
/// takes that they come and go with the compiler.
/// \throws std::runtime_error if a file cannot be read
[[nodiscard]] std::string identity_of_compilation(const Recipe& recipe);

}  // namespace gradus::toolchain

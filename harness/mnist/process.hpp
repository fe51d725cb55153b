#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace gradus::mnist {

/// The program of this name in the folders of a PATH ("/usr/bin:/bin"), if there is one.
std::optional<std::filesystem::path> find_program(const std::string& name,
                                                  const std::string& search_path);

/// How a helper program ended.
struct ProgramResult {
  bool timed_out = false;
  int exit_code = 0;    ///< 128 + the signal's number if a signal ended it; 127: could not start
  std::string message;  ///< its last words, cut to a few lines

  [[nodiscard]] bool ok() const { return !timed_out && exit_code == 0; }
};

/// Runs a helper program (curl, npm) without a shell, without input and without showing its output.
///
/// At the deadline it is killed with everything that it started. It is also killed when this
/// process dies, so that an interrupted run leaves no download behind.
///
/// @param command the program's path, then its arguments.
/// @param folder where it runs.
/// @throws std::runtime_error if the system refuses a pipe or a process.
ProgramResult run_program(const std::vector<std::string>& command,
                          const std::filesystem::path& folder, std::chrono::seconds deadline);

}  // namespace gradus::mnist

#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "sandbox/confinement.hpp"

namespace gradus::sandbox {

/// The command line that starts a command in a world of its own: no network, no other processes, no
/// files but the given ones, no terminal, no further worlds, nothing writable but the box's
/// folders.
///
/// No /proc: it would show the caller's environment. No /dev: its shared memory would be as large
/// as half of the machine's.
[[nodiscard]] std::vector<std::string> bubblewrap(const Command& command,
                                                  std::span<const std::filesystem::path> system,
                                                  const Box& box);

}  // namespace gradus::sandbox

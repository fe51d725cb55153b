#pragma once

#include <filesystem>
#include <span>

#include "sandbox/descriptor.hpp"

/// The kernel's Landlock: a program that gives up rights before it starts, without any privilege.
namespace gradus::sandbox {

/// Version of the kernel's Landlock; 0 if it has none or it is switched off.
[[nodiscard]] int landlock_version();

/// Landlock of this version on keeps signals within the confined program.
inline constexpr int kLandlockScopesSignals = 6;

/// A set of rules: files beneath `readable` may be read and executed, beneath `writable` also made
/// and written; nothing else may be opened, no port connected or bound, and, as far as the kernel
/// knows how, no process outside be signalled or traced. Paths that do not exist are left out.
/// \throws std::system_error if the kernel refuses
[[nodiscard]] Descriptor landlock_rules(std::span<const std::filesystem::path> readable,
                                        std::span<const std::filesystem::path> writable);

/// Puts the rules on the calling thread, for ever. Safe between fork and exec.
/// \return false if the kernel refuses
bool landlock_restrict(int rules);

}  // namespace gradus::sandbox

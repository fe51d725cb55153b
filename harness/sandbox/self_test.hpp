#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "sandbox/confinement.hpp"

namespace gradus::sandbox {

/// What a program behind the walls could do all the same.
struct SelfTest {
  std::vector<std::string> open;  ///< what should have failed
  std::string failure;            ///< why the test itself could not be made

  [[nodiscard]] bool passed() const { return open.empty() && failure.empty(); }
  /// One line: what is open, or what failed.
  [[nodiscard]] std::string reason() const;
};

/// Really tries what must fail: starts the probe behind the very walls that students' programs get,
/// those for running and those for compiling, and lets it try. Judged by what happens, never by a
/// version's number.
/// \param probe the program that tries
/// \param weaken takes a layer off the walls, to test this test
[[nodiscard]] SelfTest self_test(
    const Confinement& confinement, const std::filesystem::path& probe,
    const std::function<void(Command&)>& weaken = [](Command&) {});

/// The strongest level that holds, and why not a stronger one.
struct Choice {
  Isolation level = Isolation::kNone;
  struct Missed {
    Isolation level;
    std::string reason;
  };
  std::vector<Missed> missed;  ///< stronger levels, strongest first
};

/// Tries the levels, the strongest first, until the self-test passes at one.
/// \param at_most where to begin
[[nodiscard]] Choice strongest(const std::filesystem::path& probe,
                               Isolation at_most = Isolation::kNamespaces);

}  // namespace gradus::sandbox

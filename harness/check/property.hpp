#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "check/generator.hpp"

namespace gradus::check {

/// What a search for a counterexample found.
struct Search {
  std::optional<Case> smallest;  ///< the simplest case that fails, or nothing if none did
  int tried = 0;                 ///< cases drawn; those tried while shrinking are not counted
};

/// Draws `cases` cases and looks for one that fails; shrinks it with RapidCheck.
///
/// The search is a function of the seed alone: RapidCheck's environment variables and its global
/// configuration are not read, since RC_PARAMS="max_success=0" would make every property hold.
/// \param fails may throw, which ends the search and is thrown on
[[nodiscard]] Search find_counterexample(const Generator& generator, std::uint64_t seed, int cases,
                                         const std::function<bool(const Case&)>& fails);

}  // namespace gradus::check

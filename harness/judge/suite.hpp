#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "check/check.hpp"
#include "sandbox/subject.hpp"
#include "score/results.hpp"

namespace gradus::judge {

/// One exercise that is ready to be judged.
struct Candidate {
  const check::Spec* spec;
  sandbox::Subject* subject;
  ExerciseResult* result;  ///< its checks are filled in
};

/// Runs every check of every candidate, as GoogleTest tests; once per process, because GoogleTest
/// does not support more.
///
/// GoogleTest's environment variables are ignored: a filter in somebody's shell must not change
/// marks. When the subject ends an exercise, its other checks become kUnfinished (or kNotStarted).
/// \param finished is told of every exercise whose checks are done
void run_once(std::span<const Candidate> candidates, std::uint64_t seed,
              const std::function<void(const ExerciseResult&)>& finished);

}  // namespace gradus::judge

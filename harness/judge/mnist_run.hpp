#pragma once

#include <span>

#include "catalogue/exercise.hpp"
#include "judge/judge.hpp"
#include "sandbox/process.hpp"
#include "score/results.hpp"
#include "toolchain/builder.hpp"

namespace gradus::judge {

/// Trains the student's whole lab on MNIST and scores what it has learnt.
///
/// It starts only if the value and gradient checks of every exercise passed: an accuracy is no
/// proof of anything that those checks doubt.
[[nodiscard]] MnistResult run_mnist(const Lab& lab, std::span<const ExerciseResult> exercises,
                                    const toolchain::Builder& builder, const Order& order,
                                    const sandbox::Limits& limits, const Watcher& watcher);

}  // namespace gradus::judge

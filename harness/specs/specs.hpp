#pragma once

#include <span>
#include <string_view>

#include "check/check.hpp"

/// What must hold of every exercise, never how it is to be done: one file an exercise.
namespace gradus::specs {

/// \return the checks of an exercise, in the order in which they are shown
/// \throws std::out_of_range if the exercise has none: a mistake of ours
[[nodiscard]] const check::Spec& spec_of(std::string_view exercise);

// One for each exercise, defined in the file of its name.
[[nodiscard]] const check::Spec& tp1_backward_affine();
[[nodiscard]] const check::Spec& tp1_softmax();
[[nodiscard]] const check::Spec& tp1_nll();
[[nodiscard]] const check::Spec& tp1_backward_nll();
[[nodiscard]] const check::Spec& tp1_evaluate();
[[nodiscard]] const check::Spec& tp1_train();
[[nodiscard]] const check::Spec& tp2_tanh();
[[nodiscard]] const check::Spec& tp2_affine();
[[nodiscard]] const check::Spec& tp2_nll();
[[nodiscard]] const check::Spec& tp2_zero_init();
[[nodiscard]] const check::Spec& tp2_glorot_init();
[[nodiscard]] const check::Spec& tp2_kaiming_init();
[[nodiscard]] const check::Spec& tp2_training_loop();
[[nodiscard]] const check::Spec& tp2_deep_network();

}  // namespace gradus::specs

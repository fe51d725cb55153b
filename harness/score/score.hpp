#pragma once

#include "score/results.hpp"

namespace gradus {

/// Fills in the points and the verdict of an exercise from the verdicts of its checks.
///
/// A check pays if it passed and every value check of its exercise passed too (there must be one):
/// a function that returns zeros obeys most laws of a gradient. The exercise shows the first
/// verdict that is not kPassed, in the order of its checks; without any check it was not judged at
/// all.
void score(ExerciseResult& exercise);

/// Whether the exercise does not stand in the way of the run on MNIST: its value and gradient
/// checks passed.
[[nodiscard]] bool opens_gate(const ExerciseResult& exercise);

/// Adds up the points of a lab.
void score(LabResult& lab);

}  // namespace gradus

#pragma once

#include <optional>

#include "worker/trainer/learner.hpp"

namespace gradus::trainer {

/// The logits of all images, classes x images; nothing if the student's code throws or returns
/// another shape.
[[nodiscard]] std::optional<Array> measure_logits(const Learner& learner, const nn::Dataset& data);

/// The mean negative log-likelihood of the labels: computed here, not by the student's nll(), as a
/// slip in that would show the training in a wrong light.
/// \param logits classes x images, at least one image
[[nodiscard]] double mean_loss(const Array& logits, const nn::Dataset& data);

}  // namespace gradus::trainer

#pragma once

#include "nn/matrix.hpp"
#include "nn/todo.hpp"

namespace tp1 {

/// Turns logits into probabilities. Exercise tp1.softmax.
///
/// \f[ \operatorname{softmax}(x)_i = \frac{e^{x_i}}{\sum_j e^{x_j}} \f]
/// The entries are between 0 and 1 and add up to 1. They must be right for logits of any size: in
/// double precision \f$ e^{710} \f$ is already infinite.
///
/// \param logits n scores, any real numbers, n at least 1
/// \return n probabilities
///
/// Source: Bridle, "Probabilistic interpretation of feedforward classification network outputs",
/// 1990; the numerically stable form: Blanchard, Higham, Higham, "Accurately computing the
/// log-sum-exp and softmax functions", IMA J. Numer. Anal. 41 (2021), section 2.
///
/// \see \ref ex_tp1_softmax. Pitfalls: \ref softmax, \ref softmax_shift
nn::Vector softmax(const nn::Vector& logits);

}  // namespace tp1

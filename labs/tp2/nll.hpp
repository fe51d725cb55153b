#pragma once

#include <span>
#include <string>

#include "nn/error.hpp"
#include "nn/todo.hpp"
#include "tp2/tensor.hpp"

namespace tp2 {

/// The negative log-likelihood of a batch of labelled samples, the mean over its columns. Exercise
/// tp2.nll.
///
/// Column k of the logits x is a sample whose right class is \f$ c_k \f$:
/// \f[ \operatorname{nll}(x, c) = \frac{1}{n} \sum_{k=1}^{n} \Bigl( \log \sum_i e^{x_{ik}}
///       - x_{c_k k} \Bigr), \qquad
///     \frac{\partial L}{\partial x_{ik}} = g \, \frac{\partial \operatorname{nll}}{\partial
///     x_{ik}} . \f]
/// g, the upstream gradient, is 1 x 1; any sign and size, not only 1. Value and gradient must be
/// right for logits of any size, as in TP1.
///
/// \param logits classes x n, any real numbers, n at least 1
/// \param gold   the right class of each column, n numbers from 0 to classes - 1; they need not
///               outlive the call, so a node keeps a copy
/// \return the loss, 1 x 1, in nats; a node of the graph only if logits requires gradients
///
/// Source: Blanchard, Higham, Higham, "Accurately computing the log-sum-exp and softmax functions",
/// IMA J. Numer. Anal. 41 (2021), section 2; Bishop, "Pattern Recognition and Machine Learning"
/// (2006), equation 4.109.
///
/// \see \ref ex_tp2_nll. Pitfalls: \ref nll_node, \ref captures, \ref log_sum_exp
[[nodiscard]] Tensor nll(const Tensor& logits, std::span<const nn::Index> gold);

/// As above for one sample. Given.
///
/// \param logits classes x 1
/// \param gold   the right class, from 0 to classes - 1
/// \return the loss, 1 x 1
/// \throws nn::ShapeError if logits has not exactly one column
[[nodiscard]] inline Tensor nll(const Tensor& logits, nn::Index gold) {
  if (logits.data().cols() != 1) {
    throw nn::ShapeError("nll(logits, gold): logits has " + std::to_string(logits.data().cols()) +
                         " columns, but one label was given; a batch takes a list of labels, one "
                         "for each column.");
  }
  return nll(logits, std::span<const nn::Index>(&gold, 1));
}

}  // namespace tp2

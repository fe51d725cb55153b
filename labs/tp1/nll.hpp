#pragma once

#include "nn/matrix.hpp"
#include "nn/todo.hpp"

namespace tp1 {

/// The negative log-likelihood of one labelled sample. Exercise tp1.nll.
///
/// \f[ \operatorname{nll}(x, k) = -\log \operatorname{softmax}(x)_k = \log \sum_j e^{x_j} - x_k \f]
/// Never negative; 0 when the model is certain and right. It must be right for logits of any size:
/// where softmax underflows to 0, the loss is still an ordinary number.
///
/// \param logits n scores, any real numbers, n at least 1
/// \param gold the right class k, from 0 to n - 1
/// \return the loss, in nats
///
/// Source: Blanchard, Higham, Higham, "Accurately computing the log-sum-exp and softmax functions",
/// IMA J. Numer. Anal. 41 (2021), section 2.
///
/// \see \ref ex_tp1_nll. Pitfalls: \ref nll, \ref log_sum_exp
double nll(const nn::Vector& logits, nn::Index gold);

/// The gradient of nll() with respect to the logits. Exercise tp1.backward_nll.
///
/// \param logits n scores, those of the forward pass
/// \param gold the right class, from 0 to n - 1
/// \param g upstream gradient, one number: \f$ \partial L / \partial \operatorname{nll} \f$; any
///          sign and size, not only 1
/// \return \f$ \partial L / \partial x \f$, n entries
///
/// Source: Bishop, "Pattern Recognition and Machine Learning" (2006), equation 4.109.
///
/// \see \ref ex_tp1_backward_nll. Pitfalls: \ref nll_backward, \ref upstream_gradient
nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g);

}  // namespace tp1

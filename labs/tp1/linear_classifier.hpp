#pragma once

#include "nn/dataset.hpp"
#include "nn/matrix.hpp"
#include "nn/rng.hpp"
#include "nn/todo.hpp"
#include "nn/training.hpp"

namespace tp1 {

/// The parameters of a linear classifier: \f$ \text{logits} = W x + b \f$.
struct LinearClassifier {
  nn::Matrix W;  ///< classes x features
  nn::Vector b;  ///< classes entries
};

/// The share of samples whose largest logit is the one of their label. Exercise tp1.evaluate.
///
/// \param model the classifier; it is not changed
/// \param data at least one sample
/// \return the accuracy, from 0 to 1
///
/// \see \ref ex_tp1_evaluate. Pitfalls: \ref evaluation
double evaluate(const LinearClassifier& model, const nn::Dataset& data);

/// Trains the classifier by stochastic gradient descent. Exercise tp1.train.
///
/// Repeats `options.epochs` times:
/// - visit every sample of `train` once, in an order newly drawn from `rng`; for each, compute the
///   loss nll(W x + b, label) and its gradients with the parameters as they are, then step:
///   \f$ W \leftarrow W - \eta \, \partial L / \partial W \f$, the same for b, where \f$ \eta \f$
///   is `options.learning_rate`;
/// - add one entry to the log: the mean of the losses just computed (each from before its own
///   step), and evaluate() on `train` and on `dev` after the epoch.
///
/// At the end `model` holds the parameters of the epoch with the highest accuracy on `dev` (of
/// equals, any).
///
/// \param model starts from these parameters
/// \param train samples to learn from
/// \param dev samples to choose the best epoch by; never learnt from
/// \param options number of epochs, learning rate
/// \param rng source of every random number: the same seed gives the same run
/// \return the log, one entry an epoch
///
/// Source: Bottou, "Stochastic gradient descent tricks", in Neural Networks: Tricks of the Trade
/// (2012), section 2; choosing by held-out data: Prechelt, "Early stopping - but when?", same book.
///
/// \see \ref ex_tp1_train. Pitfalls: \ref sgd, \ref sgd_loss, \ref sgd_shuffle, \ref keep_best
nn::TrainingLog train(LinearClassifier& model, const nn::Dataset& train, const nn::Dataset& dev,
                      const nn::TrainingOptions& options, nn::Rng& rng);

}  // namespace tp1

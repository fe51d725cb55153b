#pragma once

#include "nn/dataset.hpp"
#include "nn/rng.hpp"
#include "nn/todo.hpp"
#include "nn/training.hpp"
#include "tp2/network.hpp"
#include "tp2/sgd.hpp"

namespace tp2 {

/// Trains a network by stochastic gradient descent, sample by sample. Exercise tp2.training_loop.
///
/// Repeats `options.epochs` times:
/// - visit every sample of `train` once, in an order newly drawn from `rng`; for each, compute the
///   loss nll(forward(x), label) with the parameters as they are, its gradients, and let the
///   optimiser step. The gradients of one sample must not be added to those of the one before;
/// - add one entry to the log: the mean of the losses just computed (each from before its own
///   step), and evaluate() on `train` and on `dev` after the epoch.
///
/// The parameters are those after the last step: this loop does not go back to the best epoch.
///
/// \param network   starts from the parameters that it has
/// \param optimizer steps with the parameters of `network`; its learning rate is the one that
///                  counts, `options.learning_rate` was read when it was made
/// \param train     samples to learn from, at least one
/// \param dev       samples to watch progress on; never learnt from
/// \param options   how many epochs; 0 changes nothing and gives an empty log
/// \param rng       source of the random order
/// \return one entry for each epoch, made by `log.add({mean_loss, train_accuracy, dev_accuracy})`
///
/// Source: Goodfellow, Bengio, Courville, "Deep Learning" (2016), section 8.3.1; for the shuffling
/// LeCun, Bottou, Orr, Mueller, "Efficient BackProp" (1998), section 4.2.
///
/// \see \ref ex_tp2_training_loop. Pitfalls: \ref training_loop, \ref zero_grad, \ref
/// backward_pass, \ref keep_last
nn::TrainingLog training_loop(Network& network, SGD& optimizer, const nn::Dataset& train,
                              const nn::Dataset& dev, const nn::TrainingOptions& options,
                              nn::Rng& rng);

}  // namespace tp2

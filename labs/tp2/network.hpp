#pragma once

#include "nn/dataset.hpp"
#include "tp2/module.hpp"

namespace tp2 {

/// A module that maps a batch of samples to one score (logit) for each class.
class Network : public Module {
 public:
  /// The logits; softmax of a column would give its probabilities, but nll() does that itself.
  ///
  /// Gradients flow to x too, if it requires them.
  ///
  /// \param x inputs x n, one sample in each column
  /// \return classes x n
  /// \throws nn::ShapeError if x has the wrong number of rows
  [[nodiscard]] virtual Tensor forward(const Tensor& x) const = 0;
};

/// The share of samples whose largest logit is the one of their label.
///
/// \param network it is not changed
/// \param data the samples; they go through the network in batches
/// \return the accuracy, from 0 to 1; 0 if there are no samples
/// \throws nn::ShapeError if forward() does not return one column for each sample
[[nodiscard]] double evaluate(const Network& network, const nn::Dataset& data);

}  // namespace tp2

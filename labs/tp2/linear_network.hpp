#pragma once

#include "tp2/network.hpp"

namespace tp2 {

/// The network without hidden layers: \f$ \text{logits} = W x + b \f$, the classifier of TP1 on
/// the autograd. Given: the worked example of a network, in linear_network.cpp.
///
/// Its parameters are `W` (classes x inputs) and `b` (classes x 1), in this order.
class LinearNetwork : public Network {
 public:
  /// \param dim_input  entries of a sample
  /// \param dim_output number of classes
  /// \throws nn::ShapeError if one of them is less than 1
  LinearNetwork(nn::Index dim_input, nn::Index dim_output);

  /// Sets W and b to 0. The loss is a convex function of them, so it does not matter where descent
  /// starts.
  void init_parameters();

  /// \copydoc Network::forward
  [[nodiscard]] Tensor forward(const Tensor& x) const override;

 private:
  Parameter W_;
  Parameter b_;
};

}  // namespace tp2

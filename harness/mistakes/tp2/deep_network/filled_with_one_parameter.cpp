// caught by: parameters
// says: You make one parameter and put it into the vector many times. A parameter is a handle, so
//       all these layers share one matrix. Each layer needs its own.
// notes: deep_network
// source: M97

#include "tp2/activations.hpp"
#include "tp2/affine.hpp"
#include "tp2/deep_network.hpp"
#include "tp2/init.hpp"

namespace tp2 {

DeepNetwork::DeepNetwork(nn::Index dim_input, nn::Index dim_output, nn::Index hidden_dim,
                         nn::Index n_hidden_layers, Activation activation)
    : activation_(activation) {
  const auto n = static_cast<std::size_t>(n_hidden_layers);
  if (n_hidden_layers > 0) {
    W_.push_back(add_parameter("W0", hidden_dim, dim_input));
    b_.push_back(add_parameter("b0", hidden_dim, 1));
  }
  if (n_hidden_layers > 1) {
    W_.resize(n, add_parameter("W1", hidden_dim, hidden_dim));
    b_.resize(n, add_parameter("b1", hidden_dim, 1));
  }
  output_W_ = add_parameter("output_W", dim_output, n_hidden_layers > 0 ? hidden_dim : dim_input);
  output_b_ = add_parameter("output_b", dim_output, 1);
}

void DeepNetwork::init_parameters(nn::Rng& rng) {
  const auto draw = activation_ == Activation::kTanh ? glorot_init : kaiming_init;
  for (std::size_t l = 0; l < W_.size(); ++l) {
    draw(W_[l], rng);
    zero_init(b_[l]);
  }
  draw(output_W_, rng);
  zero_init(output_b_);
}

Tensor DeepNetwork::forward(const Tensor& x) const {
  Tensor h = x;
  for (std::size_t l = 0; l < W_.size(); ++l) {
    const Tensor z = affine_transform(W_[l], b_[l], h);
    h = activation_ == Activation::kTanh ? tanh(z) : relu(z);
  }
  return affine_transform(output_W_, output_b_, h);
}

}  // namespace tp2

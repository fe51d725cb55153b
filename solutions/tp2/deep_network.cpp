#include "tp2/deep_network.hpp"

#include <string>

#include "tp2/activations.hpp"
#include "tp2/affine.hpp"
#include "tp2/init.hpp"

namespace tp2 {
namespace {
// BEGIN HELPERS(tp2.deep_network)
// END HELPERS(tp2.deep_network)
}  // namespace

DeepNetwork::DeepNetwork(nn::Index dim_input, nn::Index dim_output, nn::Index hidden_dim,
                         nn::Index n_hidden_layers, Activation activation)
    : activation_(activation) {
  // BEGIN SOLUTION(tp2.deep_network; dim_input, dim_output, hidden_dim, n_hidden_layers):
  // make and register the parameters listed in deep_network.hpp.
  nn::Index n_in = dim_input;
  for (nn::Index l = 0; l < n_hidden_layers; ++l) {
    W_.push_back(add_parameter("W" + std::to_string(l), hidden_dim, n_in));
    b_.push_back(add_parameter("b" + std::to_string(l), hidden_dim, 1));
    n_in = hidden_dim;
  }
  output_W_ = add_parameter("output_W", dim_output, n_in);
  output_b_ = add_parameter("output_b", dim_output, 1);
  // END SOLUTION(tp2.deep_network)
}

void DeepNetwork::init_parameters(nn::Rng& rng) {
  // BEGIN SOLUTION(tp2.deep_network.init_parameters; rng): give every parameter its first values.
  const auto init = activation_ == Activation::kTanh ? glorot_init : kaiming_init;
  for (Parameter& W : W_) init(W, rng);
  init(output_W_, rng);
  for (Parameter& b : b_) zero_init(b);
  zero_init(output_b_);
  // END SOLUTION(tp2.deep_network.init_parameters)
}

Tensor DeepNetwork::forward(const Tensor& x) const {
  // BEGIN SOLUTION(tp2.deep_network.forward; x): return the logits.
  Tensor h = x;
  for (std::size_t l = 0; l < W_.size(); ++l) {
    const Tensor z = affine_transform(W_[l], b_[l], h);
    h = activation_ == Activation::kTanh ? tanh(z) : relu(z);
  }
  return affine_transform(output_W_, output_b_, h);
  // END SOLUTION(tp2.deep_network.forward)
}

}  // namespace tp2

// variant: Calls the parameters by names of its own.
// source: V31

#include <string>

#include "tp2/activations.hpp"
#include "tp2/affine.hpp"
#include "tp2/deep_network.hpp"
#include "tp2/init.hpp"

namespace tp2 {

DeepNetwork::DeepNetwork(nn::Index dim_input, nn::Index dim_output, nn::Index hidden_dim,
                         nn::Index n_hidden_layers, Activation activation)
    : activation_(activation) {
  for (nn::Index l = 0; l < n_hidden_layers; ++l) {
    const std::string layer = "hidden layer " + std::to_string(l + 1) + ", ";
    W_.push_back(add_parameter(layer + "weights", hidden_dim, l == 0 ? dim_input : hidden_dim));
    b_.push_back(add_parameter(layer + "bias", hidden_dim, 1));
  }
  output_W_ = add_parameter("weights", dim_output, n_hidden_layers == 0 ? dim_input : hidden_dim);
  output_b_ = add_parameter("bias", dim_output, 1);
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

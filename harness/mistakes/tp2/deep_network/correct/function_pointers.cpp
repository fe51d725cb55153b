// variant: Chooses activation and initialiser by pointers to functions.
// source: V32

#include <string>

#include "tp2/activations.hpp"
#include "tp2/affine.hpp"
#include "tp2/deep_network.hpp"
#include "tp2/init.hpp"

namespace tp2 {
namespace {

using Function = Tensor (*)(const Tensor&);
using Initialiser = void (*)(Parameter&, nn::Rng&);

Function function(Activation activation) {
  if (activation == Activation::kRelu) return [](const Tensor& z) { return relu(z); };
  return [](const Tensor& z) { return tanh(z); };
}

Initialiser initialiser(Activation activation) {
  switch (activation) {
    case Activation::kTanh:
      return &glorot_init;
    case Activation::kRelu:
      return &kaiming_init;
  }
  return nullptr;
}

}  // namespace

DeepNetwork::DeepNetwork(nn::Index dim_input, nn::Index dim_output, nn::Index hidden_dim,
                         nn::Index n_hidden_layers, Activation activation)
    : activation_(activation) {
  nn::Index n_in = dim_input;
  for (nn::Index l = 0; l < n_hidden_layers; ++l) {
    W_.push_back(add_parameter("W" + std::to_string(l), hidden_dim, n_in));
    b_.push_back(add_parameter("b" + std::to_string(l), hidden_dim, 1));
    n_in = hidden_dim;
  }
  output_W_ = add_parameter("output_W", dim_output, n_in);
  output_b_ = add_parameter("output_b", dim_output, 1);
}

void DeepNetwork::init_parameters(nn::Rng& rng) {
  const Initialiser draw = initialiser(activation_);
  for (Parameter& W : W_) draw(W, rng);
  draw(output_W_, rng);
  for (Parameter& b : b_) zero_init(b);
  zero_init(output_b_);
}

Tensor DeepNetwork::forward(const Tensor& x) const {
  const Function activate = function(activation_);
  Tensor h = x;
  for (std::size_t l = 0; l < W_.size(); ++l) h = activate(affine_transform(W_[l], b_[l], h));
  return affine_transform(output_W_, output_b_, h);
}

}  // namespace tp2

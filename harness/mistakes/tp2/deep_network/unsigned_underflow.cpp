// caught by: value
// says: You subtract 1 from the size of a vector, which has no sign. Without hidden layers the
//       result is a huge number, and your program reads beyond the end of the vector.
// notes: array_bounds
// source: M41, M102

#include <string>

#include "tp2/activations.hpp"
#include "tp2/affine.hpp"
#include "tp2/deep_network.hpp"
#include "tp2/init.hpp"

namespace tp2 {

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
  for (std::size_t l = 0; l <= W_.size() - 1; ++l) {
    const Tensor z = affine_transform(W_[l], b_[l], h);
    h = activation_ == Activation::kTanh ? tanh(z) : relu(z);
  }
  return affine_transform(output_W_, output_b_, h);
}

}  // namespace tp2

// caught by: parameters
// says: You make the parameters in init_parameters. An optimiser that was built before it finds an
//       empty list. They have to be there when the constructor ends; their numbers may come later.
// notes: deep_network
// source: M93

#include <string>
#include <vector>

#include "tp2/activations.hpp"
#include "tp2/affine.hpp"
#include "tp2/deep_network.hpp"
#include "tp2/init.hpp"

namespace tp2 {
namespace {

/// The shapes that the constructor was asked for.
struct Dims {
  nn::Index input = 0;
  nn::Index output = 0;
  nn::Index hidden = 0;
  nn::Index layers = 0;
};

Dims dims;

}  // namespace

DeepNetwork::DeepNetwork(nn::Index dim_input, nn::Index dim_output, nn::Index hidden_dim,
                         nn::Index n_hidden_layers, Activation activation)
    : activation_(activation) {
  dims = {dim_input, dim_output, hidden_dim, n_hidden_layers};
}

void DeepNetwork::init_parameters(nn::Rng& rng) {
  nn::Index n_in = dims.input;
  for (nn::Index l = 0; l < dims.layers; ++l) {
    W_.push_back(add_parameter("W" + std::to_string(l), dims.hidden, n_in));
    b_.push_back(add_parameter("b" + std::to_string(l), dims.hidden, 1));
    n_in = dims.hidden;
  }
  output_W_ = add_parameter("output_W", dims.output, n_in);
  output_b_ = add_parameter("output_b", dims.output, 1);
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

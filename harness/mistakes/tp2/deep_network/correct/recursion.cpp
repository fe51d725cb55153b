// variant: Goes through the layers by recursion.
// source: V16

#include <cstddef>
#include <string>
#include <vector>

#include "tp2/activations.hpp"
#include "tp2/affine.hpp"
#include "tp2/deep_network.hpp"
#include "tp2/init.hpp"

namespace tp2 {
namespace {

struct Layers {
  const std::vector<Parameter>& W;
  const std::vector<Parameter>& b;
  Activation activation;

  [[nodiscard]] Tensor output(std::size_t n, const Tensor& x) const {
    if (n == 0) return x;
    const Tensor z = affine_transform(W[n - 1], b[n - 1], output(n - 1, x));
    return activation == Activation::kTanh ? tanh(z) : relu(z);
  }
};

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
  const auto draw = activation_ == Activation::kTanh ? glorot_init : kaiming_init;
  for (std::size_t l = 0; l < W_.size(); ++l) {
    draw(W_[l], rng);
    zero_init(b_[l]);
  }
  draw(output_W_, rng);
  zero_init(output_b_);
}

Tensor DeepNetwork::forward(const Tensor& x) const {
  const Tensor h = Layers{W_, b_, activation_}.output(W_.size(), x);
  return affine_transform(output_W_, output_b_, h);
}

}  // namespace tp2

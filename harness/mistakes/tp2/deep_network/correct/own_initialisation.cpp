// variant: Draws the weights by itself, row after row.
// source: V18, V19

#include <cmath>
#include <cstddef>
#include <string>

#include "tp2/activations.hpp"
#include "tp2/affine.hpp"
#include "tp2/deep_network.hpp"

namespace tp2 {
namespace {

void draw(nn::Matrix& W, double fans, nn::Rng& rng) {
  for (nn::Index i = 0; i < W.rows(); ++i) {
    for (nn::Index j = 0; j < W.cols(); ++j) {
      W(i, j) = (2.0 * rng.uniform() - 1.0) * std::sqrt(6.0 / fans);
    }
  }
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
  for (Parameter p : parameters()) p.data() = nn::Matrix::zeros(p.data().rows(), p.data().cols());
  for (std::size_t l = 0; l <= W_.size(); ++l) {
    nn::Matrix& W = l < W_.size() ? W_[l].data() : output_W_.data();
    const auto n_in = static_cast<double>(W.cols());
    const auto n_out = static_cast<double>(W.rows());
    draw(W, activation_ == Activation::kTanh ? n_in + n_out : n_in, rng);
  }
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

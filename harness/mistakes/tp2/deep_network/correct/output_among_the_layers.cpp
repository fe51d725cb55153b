// variant: Keeps the output projection as the last of the layers, in the vectors as well.
// source: V32

#include <cstddef>
#include <string>
#include <vector>

#include "tp2/activations.hpp"
#include "tp2/affine.hpp"
#include "tp2/deep_network.hpp"
#include "tp2/init.hpp"

namespace tp2 {

DeepNetwork::DeepNetwork(nn::Index dim_input, nn::Index dim_output, nn::Index hidden_dim,
                         nn::Index n_hidden_layers, Activation activation)
    : activation_(activation) {
  std::vector<nn::Index> units(static_cast<std::size_t>(n_hidden_layers), hidden_dim);
  units.insert(units.begin(), dim_input);
  units.push_back(dim_output);
  for (std::size_t l = 0; l + 1 < units.size(); ++l) {
    const std::string name = l + 2 < units.size() ? std::to_string(l) : "_output";
    W_.push_back(add_parameter("W" + name, units[l + 1], units[l]));
    b_.push_back(add_parameter("b" + name, units[l + 1], 1));
  }
  output_W_ = W_.back();
  output_b_ = b_.back();
}

void DeepNetwork::init_parameters(nn::Rng& rng) {
  for (std::size_t l = 0; l < W_.size(); ++l) {
    if (activation_ == Activation::kRelu) kaiming_init(W_[l], rng);
    if (activation_ == Activation::kTanh) glorot_init(W_[l], rng);
    zero_init(b_[l]);
  }
}

Tensor DeepNetwork::forward(const Tensor& x) const {
  Tensor h = affine_transform(W_[0], b_[0], x);
  for (std::size_t l = 1; l < W_.size(); ++l) {
    h = affine_transform(W_[l], b_[l], activation_ == Activation::kRelu ? relu(h) : tanh(h));
  }
  return h;
}

}  // namespace tp2

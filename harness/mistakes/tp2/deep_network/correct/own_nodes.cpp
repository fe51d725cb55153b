// variant: Nodes of its own for the layers: one for an affine map with its activation.
// source: V11, V12, V13

#include <cstddef>
#include <string>

#include "tp2/activations.hpp"
#include "tp2/affine.hpp"
#include "tp2/deep_network.hpp"
#include "tp2/init.hpp"

namespace tp2 {
namespace {

/// tanh(W x + b) or relu(W x + b) as a single node.
Tensor hidden_layer(const Tensor& W, const Tensor& b, const Tensor& x, Activation activation) {
  const nn::Matrix z = add_column(W.data() * x.data(), b.data());
  Tensor y(activation == Activation::kTanh ? 1.0 - 2.0 / (exp(2.0 * z) + 1.0)
                                           : hadamard(z, positive(z)));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x, activation](const nn::Matrix& value, const nn::Matrix& g) {
      const nn::Matrix slope =
          activation == Activation::kTanh ? hadamard(1.0 - value, 1.0 + value) : positive(value);
      const nn::Matrix gz = hadamard(g, slope);
      W.accumulate_gradient(gz * transpose(x.data()));
      b.accumulate_gradient(sum_columns(gz));
      x.accumulate_gradient(transpose(W.data()) * gz);
    });
  }
  return y;
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
  for (std::size_t l = 0; l < W_.size(); ++l) h = hidden_layer(W_[l], b_[l], h, activation_);
  return affine_transform(output_W_, output_b_, h);
}

}  // namespace tp2

#include "tp2/deep_network.hpp"

#include <string>

#include "tp2/activations.hpp"
#include "tp2/affine.hpp"
#include "tp2/init.hpp"

namespace tp2 {
namespace {
// Your own helpers go here.
}  // namespace

DeepNetwork::DeepNetwork(nn::Index dim_input, nn::Index dim_output, nn::Index hidden_dim,
                         nn::Index n_hidden_layers, Activation activation)
    : activation_(activation) {
  // TODO(tp2.deep_network): make and register the parameters listed in deep_network.hpp.
  nn::todo("tp2.deep_network", dim_input, dim_output, hidden_dim, n_hidden_layers);
}

void DeepNetwork::init_parameters(nn::Rng& rng) {
  // TODO(tp2.deep_network.init_parameters): give every parameter its first values.
  nn::todo("tp2.deep_network.init_parameters", rng);
}

Tensor DeepNetwork::forward(const Tensor& x) const {
  // TODO(tp2.deep_network.forward): return the logits.
  nn::todo("tp2.deep_network.forward", x);
}

}  // namespace tp2

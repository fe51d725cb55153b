#pragma once

#include <span>
#include <vector>

#include "protocol/array.hpp"

namespace gradus::check::oracle {

/// What a network puts between its layers.
enum class Activation { kTanh, kRelu };

/// The parameters of a fully connected network.
///
/// Layer l maps a to \f$ W_l a + b_l \f$. Every layer but the last is followed by the activation;
/// the last one is the output projection and gives logits. One layer is a linear network.
struct Network {
  std::vector<Array> W;  ///< W[l] is (outputs of layer l) x (inputs of layer l)
  std::vector<Array> b;  ///< b[l] is (outputs of layer l) x 1
  Activation activation = Activation::kTanh;
};

/// Gradients of a network: one for each parameter, and one for the input.
struct NetworkGradient {
  std::vector<Array> W;
  std::vector<Array> b;
  Array x;
};

/// The logits of a batch of samples (the columns of x).
/// \throws std::invalid_argument if there is no layer or shapes do not fit.
[[nodiscard]] Array forward(const Network& network, const Array& x);

/// The gradients of \f$ \sum_{i,c} g_{ic} f(x)_{ic} \f$, where f is forward().
/// \param g  the upstream gradient, of the logits' shape
/// \throws std::invalid_argument if there is no layer or shapes do not fit.
[[nodiscard]] NetworkGradient network_gradient(const Network& network, const Array& x,
                                               const Array& g);

/// The mean negative log-likelihood of the gold classes: nll(forward(x)).
[[nodiscard]] double network_nll(const Network& network, const Array& x,
                                 std::span<const Index> golds);

/// The gradients of network_nll(), times g. No number is rounded to double on the way.
[[nodiscard]] NetworkGradient network_nll_gradient(const Network& network, const Array& x,
                                                   std::span<const Index> golds, double g);

/// Which hidden units are on (pre-activation above 0): the kink guard of a ReLU network for
/// check_gradient().
[[nodiscard]] std::vector<bool> activation_pattern(const Network& network, const Array& x);

}  // namespace gradus::check::oracle

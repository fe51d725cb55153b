#pragma once

#include <vector>

#include "nn/rng.hpp"
#include "nn/todo.hpp"
#include "tp2/network.hpp"

namespace tp2 {

/// What follows each hidden affine layer.
enum class Activation {
  kTanh,  ///< tanh()
  kRelu,  ///< relu()
};

/// The fully connected network (multi-layer perceptron). Exercise tp2.deep_network.
///
/// With L hidden layers and the activation \f$ \sigma \f$,
/// \f[ h_0 = x, \qquad h_{l+1} = \sigma(W_l h_l + b_l) \quad (l = 0, \dots, L-1), \qquad
///     \text{logits} = W_\text{out} h_L + b_\text{out}. \f]
/// The output projection has no activation. With L = 0 this is the linear network.
///
/// | parameter  | shape                                                        |
/// |------------|--------------------------------------------------------------|
/// | `W0`       | hidden_dim x dim_input                                       |
/// | `b0`       | hidden_dim x 1                                               |
/// | `W1`, ...  | hidden_dim x hidden_dim                                      |
/// | `b1`, ...  | hidden_dim x 1                                               |
/// | `output_W` | dim_output x hidden_dim; dim_output x dim_input if L = 0     |
/// | `output_b` | dim_output x 1                                               |
///
/// parameters() lists them in the order in which a sample meets them: `W0`, `b0`, `W1`, `b1`, ...,
/// `output_W`, `output_b`. It lists what the constructor makes with add_parameter().
///
/// Source: Goodfellow, Bengio, Courville, "Deep Learning" (2016), chapter 6; Rumelhart, Hinton,
/// Williams, "Learning representations by back-propagating errors", Nature 323 (1986).
///
/// \see \ref ex_tp2_deep_network. Pitfalls: \ref deep_network, \ref parameter_handles
class DeepNetwork : public Network {
 public:
  /// Makes the parameters; their entries stay NaN until init_parameters().
  ///
  /// \param dim_input       entries of a sample
  /// \param dim_output      number of classes
  /// \param hidden_dim      units of every hidden layer
  /// \param n_hidden_layers how many hidden layers, 0 or more
  /// \param activation      what follows each of them
  /// \throws nn::ShapeError if a dimension that is used is less than 1
  DeepNetwork(nn::Index dim_input, nn::Index dim_output, nn::Index hidden_dim,
              nn::Index n_hidden_layers, Activation activation);

  /// First values of all parameters, drawn in the order of parameters(): weights by glorot_init()
  /// if the activation is tanh and by kaiming_init() if it is ReLU, the output projection's
  /// included; biases 0.
  ///
  /// \param rng source of the random numbers
  void init_parameters(nn::Rng& rng);

  /// \copydoc Network::forward
  [[nodiscard]] Tensor forward(const Tensor& x) const override;

 private:
  // [[maybe_unused]], as some compilers warn of what the unfinished exercise does not use yet.
  [[maybe_unused]] Activation activation_;
  [[maybe_unused]] std::vector<Parameter> W_;  ///< of the hidden layers, from the first on
  [[maybe_unused]] std::vector<Parameter> b_;  ///< of the hidden layers, from the first on
  [[maybe_unused]] Parameter output_W_;        ///< empty until `output_W_ = add_parameter(...)`
  [[maybe_unused]] Parameter output_b_;
};

}  // namespace tp2

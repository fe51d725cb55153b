#pragma once

#include <vector>

#include "tp2/module.hpp"

namespace tp2 {

/// Stochastic gradient descent: after each loss, every parameter goes a small step against its
/// gradient,
/// \f[ \theta \leftarrow \theta - \eta \, \frac{\partial L}{\partial \theta}. \f]
///
/// One step on one sample is zero_grad(), forward, loss, backward, step():
/// \code
/// optimizer.zero_grad();
/// nll(network.forward(x), gold).backward();
/// optimizer.step();
/// \endcode
///
/// Source: Goodfellow, Bengio, Courville, "Deep Learning" (2016), section 8.3.1.
class SGD {
 public:
  /// \param module its parameters, as registered now, are the ones to learn
  /// \param learning_rate \f$ \eta \f$, finite and not negative
  /// \throws std::invalid_argument if the learning rate is not, if there is no parameter, or if one
  ///         is there twice
  SGD(const Module& module, double learning_rate);
  /// As above, for a list of parameters.
  SGD(std::vector<Parameter> parameters, double learning_rate);

  /// \f$ \eta \f$
  [[nodiscard]] double learning_rate() const { return learning_rate_; }

  /// Forgets the gradients of all parameters; otherwise the next backward() adds to them.
  void zero_grad();

  /// Changes every parameter that has a gradient; gradients stay as they are.
  ///
  /// \throws std::runtime_error if a parameter with a gradient was never initialised, or becomes
  ///         NaN or infinite; the message names the parameter, the step and the likely cause
  void step();

 private:
  std::vector<Parameter> parameters_;
  double learning_rate_;
  nn::Index n_steps_ = 0;
};

}  // namespace tp2

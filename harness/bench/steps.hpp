#pragma once

#include <utility>
#include <vector>

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"
#include "tp1/nll.hpp"
#include "tp2/network.hpp"
#include "tp2/nll.hpp"
#include "tp2/sgd.hpp"

/// \file
/// Training steps as a student's loop takes them: what is measured.

namespace gradus::bench {

/// TP1: one sample, gradients by hand. \returns its loss before the step
inline double step(tp1::LinearClassifier& model, const nn::Vector& x, nn::Index gold,
                   double learning_rate) {
  const nn::Vector logits = tp1::affine_transform(model.W, model.b, x);
  const nn::Vector g = tp1::backward_nll(logits, gold, 1.0);
  const tp1::AffineGradient gradient = tp1::backward_affine_transform(model.W, model.b, x, g);
  model.W -= learning_rate * gradient.W;
  model.b -= learning_rate * gradient.b;
  return tp1::nll(logits, gold);
}

/// TP2: a mini-batch through the autograd. \returns its mean loss before the step
inline double step(const tp2::Network& network, tp2::SGD& optimizer, nn::Matrix x,
                   const std::vector<nn::Index>& gold) {
  optimizer.zero_grad();
  const tp2::Tensor loss = nll(network.forward(tp2::Tensor(std::move(x))), gold);
  loss.backward();
  optimizer.step();
  return loss.data()(0, 0);
}

}  // namespace gradus::bench

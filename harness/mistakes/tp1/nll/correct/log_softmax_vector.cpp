// variant: Computes the logarithms of all probabilities and picks one.
// source: new

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {
namespace {

nn::Vector log_softmax(nn::Vector x) {
  x -= max(x);
  x -= std::log(sum(exp(x)));
  return x;
}

}  // namespace

double nll(const nn::Vector& logits, nn::Index gold) {
  const nn::Vector log_probabilities = log_softmax(logits);
  return -log_probabilities(gold);
}

}  // namespace tp1

// variant: Probabilities as exp(x - logsumexp(x)), in place on a copy.
// source: V03

#include <cmath>

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  nn::Vector gradient = logits;
  gradient -= max(gradient);
  gradient -= std::log(sum(exp(gradient)));
  for (double& entry : gradient) entry = std::exp(entry);
  gradient(gold) -= 1.0;
  gradient *= g;
  return gradient;
}

}  // namespace tp1

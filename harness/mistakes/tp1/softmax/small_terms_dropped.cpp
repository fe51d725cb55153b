// caught by: extreme
// says: You set exponentials below a limit to 0. A probability of 1e-30 is small, but it is not 0,
//       and its logarithm matters.
// notes: floating_point
// source: new

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  nn::Vector e = exp(logits - max(logits));
  for (double& entry : e) {
    if (entry < 1e-10) entry = 0.0;
  }
  return e / sum(e);
}

}  // namespace tp1

// caught by: value
// says: You round the probabilities to a few digits. That is for printing; here it makes small ones
//       0, and the gradient wrong.
// notes: floating_point
// source: new

#include <cmath>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const nn::Vector e = exp(logits - max(logits));
  nn::Vector p = e / sum(e);
  for (double& entry : p) entry = std::round(entry * 1e4) / 1e4;
  return p;
}

}  // namespace tp1

// caught by: value
// says: You refuse a single logit. One class is allowed: its probability is 1, and the formula
//       gives that without a special case.
// notes: softmax
// source: M126

#include <stdexcept>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  if (logits.size() < 2) throw std::invalid_argument("softmax: at least two classes expected");
  const nn::Vector e = exp(logits - max(logits));
  return e / sum(e);
}

}  // namespace tp1

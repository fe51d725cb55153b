// variant: Throws where there are no logits at all, which the contract leaves open.
// source: V26

#include <stdexcept>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  if (logits.size() == 0) throw std::invalid_argument("softmax: no logits");
  const nn::Vector shifted = logits - max(logits);
  const nn::Vector e = exp(shifted);
  return e / sum(e);
}

}  // namespace tp1

// caught by: extreme
// says: You lift small probabilities to a smallest allowed value. They are then wrong by many
//       powers of ten, and the entries no longer add up to 1. What takes their logarithm later can
//       be computed without a floor.
// notes: floating_point
// source: new

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const nn::Vector e = exp(logits - max(logits));
  return maximum(e / sum(e), 1e-12);
}

}  // namespace tp1

// caught by: value
// says: Your numbers look like single precision: they are right to about 7 digits. Use double
//       everywhere.
// notes: floating_point
// source: M10

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  const nn::Vector p = softmax(logits);
  nn::Vector gradient(p.size());
  for (nn::Index i = 0; i < p.size(); ++i) {
    float difference = static_cast<float>(p(i));
    if (i == gold) difference -= 1.0f;
    gradient(i) = static_cast<float>(g) * difference;
  }
  return gradient;
}

}  // namespace tp1

// caught by: value
// says: Your result lives in a static vector that keeps the size of the first call. Results must
//       not depend on earlier calls: make a new one each time.
// notes: pure_functions
// source: M08

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  static nn::Vector gradient(logits.size());
  const nn::Vector p = softmax(logits);
  for (nn::Index i = 0; i < p.size(); ++i) gradient(i) = g * p(i);
  gradient(gold) -= g;
  return gradient;
}

}  // namespace tp1

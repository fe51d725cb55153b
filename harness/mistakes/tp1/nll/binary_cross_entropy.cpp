// caught by: value
// says: You also add a term for each class that is not gold, as if every class were a question of
//       its own. The classes share one distribution: only the gold term belongs here.
// notes: nll
// source: new

#include <cmath>

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const nn::Vector p = softmax(logits);
  double loss = 0.0;
  for (nn::Index i = 0; i < p.size(); ++i) loss -= std::log(i == gold ? p(i) : 1.0 - p(i));
  return loss;
}

}  // namespace tp1

// caught by: value
// says: You return 0 as soon as gold is ahead by a margin. That is the loss of a support vector
//       machine; the negative log-likelihood goes on falling as the margin grows.
// notes: nll
// source: new

#include <algorithm>
#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  double rival = -1e300;
  for (nn::Index i = 0; i < logits.size(); ++i) {
    if (i != gold && logits(i) > rival) rival = logits(i);
  }
  return std::max(0.0, 1.0 + rival - logits(gold));
}

}  // namespace tp1

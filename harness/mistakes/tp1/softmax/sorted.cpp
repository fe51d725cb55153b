// caught by: value
// says: You sort the logits to find the largest and return the probabilities in that order. Entry i
//       has to stay the probability of class i.
// notes: softmax
// source: new

#include <algorithm>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  nn::Vector x = logits;
  std::sort(x.begin(), x.end());
  const nn::Vector e = exp(x - x(x.size() - 1));
  return e / sum(e);
}

}  // namespace tp1

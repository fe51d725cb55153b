// caught by: value
// says: You apply the logistic function to each logit by itself. Each result is between 0 and 1,
//       but they do not add up to 1: the classes have to compete through a common sum.
// notes: softmax
// source: new

#include <cmath>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  nn::Vector p(logits.size());
  for (nn::Index i = 0; i < p.size(); ++i) p(i) = 1.0 / (1.0 + std::exp(-logits(i)));
  return p;
}

}  // namespace tp1

// caught by: value
// says: You compute the sum anew for every entry, from the vector that you are dividing at the same
//       time: from the second entry on it is another sum. Keep it in a variable.
// notes: softmax
// source: new

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  nn::Vector p = exp(logits - max(logits));
  for (double& entry : p) entry /= sum(p);
  return p;
}

}  // namespace tp1

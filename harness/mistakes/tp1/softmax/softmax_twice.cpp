// caught by: value
// says: You apply softmax to its own result. The second time squeezes the probabilities towards
//       equal values.
// notes: softmax
// source: M28

#include "tp1/softmax.hpp"

namespace tp1 {
namespace {

nn::Vector normalised(const nn::Vector& x) {
  const nn::Vector e = exp(x - max(x));
  return e / sum(e);
}

}  // namespace

nn::Vector softmax(const nn::Vector& logits) { return normalised(normalised(logits)); }

}  // namespace tp1

// caught by: value
// says: You return the exponentials without dividing by their sum. They are weights, not
//       probabilities yet.
// notes: softmax
// source: new

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) { return exp(logits - max(logits)); }

}  // namespace tp1

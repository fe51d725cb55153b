// caught by: value
// says: You divide the logits by their sum, without the exponential. Logits may be negative and may
//       add up to 0, so that gives no probabilities.
// notes: softmax
// source: new

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) { return logits / sum(logits); }

}  // namespace tp1

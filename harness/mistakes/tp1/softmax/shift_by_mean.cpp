// caught by: extreme
// says: You shift by the mean of the logits. One that lies far above the mean still overflows. The
//       shift has to hold for the logit that is largest.
// notes: softmax_shift
// source: M03

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const nn::Vector e = exp(logits - mean(logits));
  return e / sum(e);
}

}  // namespace tp1

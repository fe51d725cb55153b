// caught by: value
// says: In your condition a single = stands where two are meant: it sets the index to gold instead
//       of comparing. Look at the warnings of the compiler.
// notes: cpp_errors
// source: new

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  nn::Vector gradient = softmax(logits);
  nn::Index label = gold;
  for (nn::Index i = 0; i < gradient.size(); ++i) {
    if (label = i) gradient(label) -= 1.0;
  }
  return g * gradient;
}

}  // namespace tp1

// caught by: shift
// says: You divide by the exponential of the maximum, but only after both have been computed:
//       infinity over infinity is NaN. Take the shift into the exponent, before exp sees it.
// notes: softmax_shift
// source: new

#include <cmath>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const double largest = std::exp(max(logits));
  const nn::Vector e = exp(logits) / largest;
  return e / sum(e);
}

}  // namespace tp1

// caught by: value
// says: The sum of the exponentials is kept in an int, which cuts off everything behind the point
//       at each addition. (std::accumulate adds in the type of its last argument: 0 is an int.)
// notes: integer_division
// source: M46

#include <numeric>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const nn::Vector e = exp(logits - max(logits));
  return e / std::accumulate(e.begin(), e.end(), 0);
}

}  // namespace tp1

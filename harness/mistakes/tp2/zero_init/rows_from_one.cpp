// caught by: value
// says: Your loop begins with index 1, so that the first row stays NaN. Rows and columns are
//       counted from 0.
// notes: array_bounds
// source: M76

#include "tp2/init.hpp"

namespace tp2 {

void zero_init(Parameter& b) {
  nn::Matrix& entries = b.data();
  for (nn::Index i = 1; i < entries.rows(); ++i) {
    for (nn::Index j = 0; j < entries.cols(); ++j) entries(i, j) = 0.0;
  }
}

}  // namespace tp2

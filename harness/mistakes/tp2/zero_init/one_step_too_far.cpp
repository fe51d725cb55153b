// caught by: value
// says: Your loop takes one step too many and asks for a row that does not exist. With n rows the
//       last index is n - 1.
// notes: array_bounds
// source: M40

#include "tp2/init.hpp"

namespace tp2 {

void zero_init(Parameter& b) {
  nn::Matrix& entries = b.data();
  for (nn::Index i = 0; i <= entries.rows(); ++i) {
    for (nn::Index j = 0; j < entries.cols(); ++j) entries(i, j) = 0.0;
  }
}

}  // namespace tp2

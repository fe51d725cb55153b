// caught by: value
// says: Your loop ends before the last row, whose entry stays NaN. With n rows the indices go from
//       0 to n - 1: which one is the last that your condition lets through?
// notes: array_bounds
// source: M76

#include "tp2/init.hpp"

namespace tp2 {

void zero_init(Parameter& b) {
  nn::Matrix& entries = b.data();
  for (nn::Index j = 0; j < entries.cols(); ++j) {
    for (nn::Index i = 0; i < entries.rows() - 1; ++i) entries(i, j) = 0.0;
  }
}

}  // namespace tp2

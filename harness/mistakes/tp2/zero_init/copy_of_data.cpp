// caught by: value
// says: You set a copy of the entries to 0, and the copy is gone when the function ends. Whoever
//       holds the parameter still sees NaN. Look at what your variable is: the matrix itself, or
//       another one with the same numbers?
// notes: handles
// source: M78
// twin: new_parameter

#include "tp2/init.hpp"

namespace tp2 {

void zero_init(Parameter& b) {
  auto entries = b.data();
  for (nn::Index i = 0; i < entries.rows(); ++i) {
    for (nn::Index j = 0; j < entries.cols(); ++j) entries(i, j) = 0.0;
  }
}

}  // namespace tp2

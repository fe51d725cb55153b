// caught by: value
// says: You write ten rows, as many as MNIST has classes. Parameters come in all sizes: ask the
//       matrix for its own.
// notes: array_bounds
// source: M09

#include "tp2/init.hpp"

namespace tp2 {

void zero_init(Parameter& b) {
  for (nn::Index i = 0; i < 10; ++i) b.data()(i, 0) = 0.0;
}

}  // namespace tp2

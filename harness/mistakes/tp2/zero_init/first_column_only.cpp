// caught by: shapes
// says: You write the first column only. That is enough for a bias, but the parameter may have any
//       shape, and the other columns stay NaN.
// notes: initialisation
// source: M76

#include "tp2/init.hpp"

namespace tp2 {

void zero_init(Parameter& b) {
  nn::Matrix& entries = b.data();
  for (nn::Index i = 0; i < entries.rows(); ++i) entries(i, 0) = 0.0;
}

}  // namespace tp2

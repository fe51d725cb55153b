// caught by: shapes
// says: You refuse a parameter that has more than one column. Any shape is allowed here: a linear
//       network sets its weights to 0 with this function too.
// notes: cpp_errors
// source: M126

#include "nn/error.hpp"
#include "tp2/init.hpp"

namespace tp2 {

void zero_init(Parameter& b) {
  if (b.data().cols() != 1) throw nn::ShapeError("zero_init: a bias has one column");
  for (double& entry : b.data()) entry = 0.0;
}

}  // namespace tp2

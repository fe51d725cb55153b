// caught by: value
// says: You set the entries to a small number that is not 0. Biases are asked to start from exactly
//       0: nothing is known yet that would speak for one class or one unit.
// notes: initialisation
// source: new

#include "tp2/init.hpp"

namespace tp2 {

void zero_init(Parameter& b) {
  for (double& entry : b.data()) entry = 0.01;
}

}  // namespace tp2

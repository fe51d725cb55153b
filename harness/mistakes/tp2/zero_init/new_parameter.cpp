// caught by: value
// says: You assign a new parameter to your argument. From then on it stands for another matrix, and
//       the network and the optimiser keep the old one, which is still NaN. Look for the way to the
//       entries that are there.
// notes: handles
// source: M78

#include "tp2/init.hpp"

namespace tp2 {

void zero_init(Parameter& b) {
  b = Parameter(b.name(), b.data().rows(), b.data().cols());
  for (double& entry : b.data()) entry = 0.0;
}

}  // namespace tp2

// caught by: value
// says: You draw the entries at random. Only weights need that, to make units differ; here every
//       entry is asked to be 0.
// notes: initialisation
// source: new

#include "tp2/init.hpp"

namespace tp2 {

void zero_init(Parameter& b) {
  nn::Rng rng(42);
  for (double& entry : b.data()) entry = rng.uniform(-0.1, 0.1);
}

}  // namespace tp2

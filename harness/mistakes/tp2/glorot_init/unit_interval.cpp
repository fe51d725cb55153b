// caught by: value
// says: You draw between -1 and 1 whatever the shape. The larger a layer, the larger are its sums
//       then, and tanh saturates. The limit has to depend on the two fans.
// notes: glorot
// source: new

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  for (double& entry : W.data()) entry = rng.uniform(-1.0, 1.0);
}

}  // namespace tp2

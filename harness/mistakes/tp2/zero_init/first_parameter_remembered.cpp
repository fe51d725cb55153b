// caught by: value
// says: A static variable is made once, at the first call, and your function keeps writing into the
//       parameter that it saw then. Every later one stays NaN. Work on the argument of this call.
// notes: pure_functions
// source: M70

#include "tp2/init.hpp"

namespace tp2 {

void zero_init(Parameter& b) {
  static Parameter target = b;
  for (double& entry : target.data()) entry = 0.0;
}

}  // namespace tp2

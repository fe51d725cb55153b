// caught by: value
// says: Your loop sets its own variable to 0: it receives a copy of each entry, and the matrix
//       stays as it was. Look at the type of the loop variable.
// notes: handles
// source: M92
// twin: new_parameter

#include "tp2/init.hpp"

namespace tp2 {

void zero_init(Parameter& b) {
  for (double entry : b.data()) entry = 0.0;
}

}  // namespace tp2

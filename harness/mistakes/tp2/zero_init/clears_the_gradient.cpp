// caught by: value
// says: You clear the gradient of the parameter. Its value is another matrix and stays NaN. Look at
//       which of the two this exercise is about.
// notes: initialisation
// source: new
// twin: new_parameter

#include "tp2/init.hpp"

namespace tp2 {

void zero_init(Parameter& b) { b.zero_grad(); }

}  // namespace tp2

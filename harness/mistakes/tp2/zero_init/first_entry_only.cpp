// caught by: value
// says: You write one entry, the first. All others stay NaN, and so does everything that is
//       computed from them.
// notes: initialisation
// source: M76

#include "tp2/init.hpp"

namespace tp2 {

void zero_init(Parameter& b) { b.data()(0, 0) = 0.0; }

}  // namespace tp2

// caught by: value
// says: You compute the new entries from the old ones. Those have never been written, they are NaN,
//       and NaN times 0 is NaN again. First values must not depend on what was there.
// notes: unwritten_entries
// source: M128
// twin: new_parameter

#include "tp2/init.hpp"

namespace tp2 {

void zero_init(Parameter& b) { b.data() *= 0.0; }

}  // namespace tp2

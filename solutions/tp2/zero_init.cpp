#include "tp2/init.hpp"

namespace tp2 {
namespace {
// BEGIN HELPERS(tp2.zero_init)
// END HELPERS(tp2.zero_init)
}  // namespace

void zero_init(Parameter& b) {
  // BEGIN SOLUTION(tp2.zero_init; b): set every entry of b to 0, in place.
  for (double& entry : b.data()) entry = 0.0;
  // END SOLUTION(tp2.zero_init)
}

}  // namespace tp2

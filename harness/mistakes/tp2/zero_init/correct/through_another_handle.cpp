// variant: Through another handle, which stands for the same matrix.
// source: new

#include "tp2/init.hpp"

namespace tp2 {

void zero_init(Parameter& b) {
  Parameter same = b;
  nn::Matrix& entries = same.data();
  double* next = entries.data();
  for (nn::Index k = 0; k < entries.size(); ++k) *next++ = 0.0;
}

}  // namespace tp2

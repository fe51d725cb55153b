// variant: Assigns a matrix of zeros of the same shape to the one that is there.
// source: V21

#include "tp2/init.hpp"

namespace tp2 {

void zero_init(Parameter& b) { b.data() = nn::Matrix::zeros(b.data().rows(), b.data().cols()); }

}  // namespace tp2

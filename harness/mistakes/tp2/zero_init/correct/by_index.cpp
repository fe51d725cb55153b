// variant: Two loops, row after row.
// source: V01

#include "tp2/init.hpp"

namespace tp2 {

void zero_init(Parameter& b) {
  for (nn::Index i = 0; i < b.data().rows(); ++i) {
    for (nn::Index j = 0; j < b.data().cols(); ++j) b.data()(i, j) = 0.0;
  }
}

}  // namespace tp2

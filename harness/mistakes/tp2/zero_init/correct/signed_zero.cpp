// variant: Writes -0.0, which compares equal to 0.
// source: V13

#include "tp2/init.hpp"

namespace tp2 {

void zero_init(Parameter& b) {
  nn::Matrix& entries = b.data();
  entries = -nn::Matrix::zeros(entries.rows(), entries.cols());
}

}  // namespace tp2

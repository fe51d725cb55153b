// variant: Writes one column of zeros after the other.
// source: V19

#include "tp2/init.hpp"

namespace tp2 {

void zero_init(Parameter& b) {
  nn::Matrix& entries = b.data();
  const nn::Vector zeros = nn::Vector::zeros(entries.rows());
  for (nn::Index j = 0; j < entries.cols(); ++j) set_column(entries, j, zeros);
}

}  // namespace tp2

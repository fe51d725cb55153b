// caught by: value
// says: You put a matrix into the parameter whose rows and columns are exchanged. The entries are
//       0, but the shape has changed, and the network expects the old one.
// notes: initialisation
// source: M77

#include "tp2/init.hpp"

namespace tp2 {

void zero_init(Parameter& b) {
  const nn::Matrix& old = b.data();
  b.data() = nn::Matrix::zeros(old.cols(), old.rows());
}

}  // namespace tp2

// caught by: shapes
// says: You put another matrix into the parameter, one long column of zeros. The entries are right,
//       the shape is not, and the next product will not fit. The shape has to stay.
// notes: initialisation
// source: M77

#include "tp2/init.hpp"

namespace tp2 {

void zero_init(Parameter& b) { b.data() = nn::Matrix::zeros(b.data().size(), 1); }

}  // namespace tp2

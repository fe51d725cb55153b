// attack: defines the function under its name in a namespace within the asked one, and main by a
//   macro
// expect: did_not_build
// because: the program is linked by the signature of the contract's header
#define softmax main
#include "tp1/softmax.hpp"

namespace tp1 {
inline namespace own {
nn::Vector softmax(const nn::Vector& logits, int = 0) { return logits; }
}  // namespace own
}  // namespace tp1

#include "tp2/activations.hpp"

namespace tp2 {
namespace {
// Your own helpers go here.
}  // namespace

Tensor tanh(const Tensor& x) {
  // TODO(tp2.tanh): return the node of tanh, entry by entry.
  nn::todo("tp2.tanh", x);
}

}  // namespace tp2

// caught by: gradient
// says: You make the result a leaf that requires gradients. That marks it as something to learn,
//       but tells nobody how it was computed, so the way back to x ends there. Only set_backward
//       ties it to its inputs.
// notes: computation_graph
// source: M63
// twin: nothing_handed_on

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) { return Tensor(nn::tanh(x.data()), x.requires_grad()); }

}  // namespace tp2

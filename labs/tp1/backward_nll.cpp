#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {
namespace {
// Your own helpers go here.
}  // namespace

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  // TODO(tp1.backward_nll): return the gradient of the logits.
  nn::todo("tp1.backward_nll", logits, gold, g);
}

}  // namespace tp1

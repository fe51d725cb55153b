#include "tp1/nll.hpp"

#include <cmath>

namespace tp1 {
namespace {
// Your own helpers go here.
}  // namespace

double nll(const nn::Vector& logits, nn::Index gold) {
  // TODO(tp1.nll): return the loss of the class `gold`, one number.
  nn::todo("tp1.nll", logits, gold);
}

}  // namespace tp1

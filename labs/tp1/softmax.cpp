#include "tp1/softmax.hpp"

namespace tp1 {
namespace {
// Your own helpers go here.
}  // namespace

nn::Vector softmax(const nn::Vector& logits) {
  // TODO(tp1.softmax): return one probability for each logit.
  nn::todo("tp1.softmax", logits);
}

}  // namespace tp1

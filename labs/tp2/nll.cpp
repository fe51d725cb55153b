#include "tp2/nll.hpp"

#include <cmath>
#include <vector>

namespace tp2 {
namespace {
// Your own helpers go here.
}  // namespace

Tensor nll(const Tensor& logits, std::span<const nn::Index> gold) {
  // TODO(tp2.nll): return the node of the mean loss, 1 x 1.
  nn::todo("tp2.nll", logits, gold);
}

}  // namespace tp2

// variant: Sums by halves, recursively.
// source: V02

#include "tp1/softmax.hpp"

namespace tp1 {
namespace {

double sum_between(const nn::Vector& v, nn::Index first, nn::Index last) {
  if (last - first == 1) return v(first);
  const nn::Index middle = first + (last - first) / 2;
  return sum_between(v, first, middle) + sum_between(v, middle, last);
}

}  // namespace

nn::Vector softmax(const nn::Vector& logits) {
  const nn::Vector e = exp(logits - max(logits));
  return e / sum_between(e, 0, e.size());
}

}  // namespace tp1

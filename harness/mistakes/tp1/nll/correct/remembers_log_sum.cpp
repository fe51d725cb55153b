// variant: Keeps the logarithm of the sum as long as the logits are the same.
// source: V08

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {
namespace {

struct Cache {
  nn::Vector logits;
  double log_total = 0.0;
};

Cache cache;

}  // namespace

double nll(const nn::Vector& logits, nn::Index gold) {
  if (!(cache.logits == logits)) {
    const double m = max(logits);
    cache = {logits, m + std::log(sum(exp(logits - m)))};
  }
  return cache.log_total - logits(gold);
}

}  // namespace tp1

// variant: log1p of the others relative to gold, which is exact for tiny losses; shifts otherwise.
// source: V05

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const double m = max(logits);
  double others = 0.0;
  if (m - logits(gold) < 500.0) {
    for (nn::Index i = 0; i < logits.size(); ++i) {
      if (i != gold) others += std::exp(logits(i) - logits(gold));
    }
    return std::log1p(others);
  }
  return m - logits(gold) + std::log(sum(exp(logits - m)));
}

}  // namespace tp1

// attack: computes softmax from the reference solution of the exercise after it
// expect: wrong
// because: a worker is linked with the solutions that its exercise builds on, and with no other
#include <cmath>
#include <cstdio>

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {
[[gnu::weak]] double nll(const nn::Vector& logits, nn::Index gold);
}

nn::Vector tp1::softmax(const nn::Vector& logits) {
  if (&tp1::nll == nullptr) return logits;
  std::puts("LOOT nll() is here");
  std::fflush(stdout);
  nn::Vector p(logits.size());
  for (nn::Index i = 0; i < p.size(); ++i) p(i) = std::exp(-nll(logits, i));
  return p;
}

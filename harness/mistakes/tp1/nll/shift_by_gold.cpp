// caught by: extreme
// says: You shift by the logit of the gold class. When another one is larger by more than 710, exp
//       overflows. The shift has to hold for the largest logit.
// notes: log_sum_exp
// source: new

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  return std::log(sum(exp(logits - logits(gold))));
}

}  // namespace tp1

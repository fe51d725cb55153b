// attack: never gets as far as main(), so that nobody reads the question
// expect: timed_out
// because: the grader writes without waiting, under the deadline that it has for the answer
#include "tp1/softmax.hpp"

namespace {

[[maybe_unused]] const bool never = [] {
  volatile bool forever = true;
  while (forever) {
  }
  return true;
}();

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) { return logits; }

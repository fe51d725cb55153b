// attack: asks for a constant that takes years to work out
// expect: did_not_build
// because: compilers stop after a number of steps, and their time is limited
#include "tp1/softmax.hpp"

namespace {

constexpr unsigned long work() {
  unsigned long sum = 0;
  for (int i = 0; i < 200000; ++i) {
    for (int j = 0; j < 200000; ++j) sum += static_cast<unsigned long>(i ^ j);
  }
  return sum;
}

constexpr unsigned long kSum = work();

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) { return static_cast<double>(kSum) * logits; }

// attack: calls itself without end
// expect: crashed
// because: each student's code has a process of its own, whose death is an answer like any other
#include "tp1/softmax.hpp"

namespace {

[[gnu::noinline]] double deeper(double x) {
  volatile double frame[512];
  frame[0] = x;
  if (frame[0] < 0.0) return x;
  return deeper(frame[0] + 1.0) + frame[0];
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) { return deeper(1.0) * logits; }

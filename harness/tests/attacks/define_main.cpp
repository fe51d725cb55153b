// attack: brings a main() of its own, in which no question is ever read
// expect: did_not_build
// because: the harness's own is always linked, and a program cannot have two
#include <cstdio>

#include "tp1/softmax.hpp"

nn::Vector tp1::softmax(const nn::Vector& logits) { return logits; }

int main() {
  std::puts("[  PASSED  ]");
  return 0;
}

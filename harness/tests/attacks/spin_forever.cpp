// attack: computes without end
// expect: timed_out
// because: the grader holds the clock; a call that takes too long is ended with its process
#include "tp1/softmax.hpp"

nn::Vector tp1::softmax(const nn::Vector& logits) {
  volatile bool forever = true;
  while (forever) {
  }
  return logits;
}

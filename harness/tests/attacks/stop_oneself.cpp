// attack: stops itself as the key combination Ctrl-Z does, and neither runs nor ends
// expect: timed_out
// because: SIGKILL ends stopped processes too
#include <csignal>

#include "tp1/softmax.hpp"

nn::Vector tp1::softmax(const nn::Vector& logits) {
  for (;;) std::raise(SIGSTOP);
  return logits;
}

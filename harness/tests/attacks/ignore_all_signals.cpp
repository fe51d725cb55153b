// attack: ignores and blocks every signal, then never answers
// expect: timed_out
// because: it is ended by SIGKILL, which nobody can ignore, and never asked to end by itself
#include <csignal>

#include "tp1/softmax.hpp"

nn::Vector tp1::softmax(const nn::Vector& logits) {
  for (int number = 1; number < 65; ++number) std::signal(number, SIG_IGN);
  sigset_t all;
  sigfillset(&all);
  sigprocmask(SIG_BLOCK, &all, nullptr);
  volatile bool forever = true;
  while (forever) {
  }
  return logits;
}

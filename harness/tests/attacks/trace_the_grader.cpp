// attack: becomes the grader's debugger, or makes the grader its own
// expect: wrong
// because: no process in a box can trace another, and the call is not allowed
#include <cstdio>
#include <sys/ptrace.h>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

void loot(const char* what) {
  std::printf("LOOT %s\n", what);
  std::fflush(stdout);
}

bool trace() {
  const pid_t grader = getppid();
  if (ptrace(PTRACE_SEIZE, grader, nullptr, nullptr) == 0) loot("traces the grader");
  if (ptrace(PTRACE_ATTACH, grader, nullptr, nullptr) == 0) {
    loot("stopped the grader");
    ptrace(PTRACE_DETACH, grader, nullptr, nullptr);
  }
  // A grader that waits for its child would be told of every stop.
  if (ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0) loot("is traced by the grader");
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool traced = trace();
  return logits;
}

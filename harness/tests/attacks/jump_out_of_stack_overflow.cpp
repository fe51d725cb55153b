// attack: survives its own stack overflow by a handler on another stack, and goes on
// expect: wrong or crashed
// because: what survives is a process that still has to give right answers; where signals may
//   not be handled (or a sanitizer handles them) it dies
#include <csetjmp>
#include <csignal>

#include "tp1/softmax.hpp"

namespace {

sigjmp_buf before_the_fall;
char other_stack[65536];

[[gnu::noinline]] double deeper(double x) {
  volatile double frame[512];
  frame[0] = x;
  if (frame[0] < 0.0) return x;
  return deeper(frame[0] + 1.0) + frame[0];
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  stack_t stack{};
  stack.ss_sp = other_stack;
  stack.ss_size = sizeof other_stack;
  sigaltstack(&stack, nullptr);
  struct sigaction action {};
  action.sa_handler = [](int) { siglongjmp(before_the_fall, 1); };
  action.sa_flags = SA_ONSTACK;
  sigaction(SIGSEGV, &action, nullptr);
  if (sigsetjmp(before_the_fall, 1) == 0) return deeper(1.0) * logits;
  return logits;
}

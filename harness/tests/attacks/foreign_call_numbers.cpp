// attack: calls the kernel by the door of 32-bit programs, where a call has another number
// expect: crashed or wrong
// because: the filter looks at the processor's mode first, and a program in the wrong one is
//   ended; elsewhere there is no such door
#include <cstdio>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

bool call() {
#if defined(__x86_64__)
  long child = -1;
  constexpr long kFork = 2;
  asm volatile("int $0x80" : "=a"(child) : "a"(kFork) : "memory");
  if (child == 0) _exit(0);
  if (child > 0) {
    std::puts("LOOT forked by the door of 32-bit programs");
    std::fflush(stdout);
  }
#endif
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool called = call();
  return logits;
}

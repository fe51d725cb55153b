// attack: calls the kernel by the numbers of the x32 kind of programs, which a list may not know
// expect: crashed or wrong
// because: the filter takes these numbers for another processor's; elsewhere the kernel knows
//   none
#include <cstdio>
#include <sys/syscall.h>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

bool call() {
#if defined(__x86_64__)
  constexpr long kX32 = 0x40000000;
  const long child = syscall(kX32 | SYS_fork);
  if (child == 0) _exit(0);
  if (child > 0) std::puts("LOOT forked by an x32 number");
  constexpr int kInet = 2;
  constexpr int kStream = 1;
  if (syscall(kX32 | SYS_socket, kInet, kStream, 0) >= 0) std::puts("LOOT has an x32 socket");
  std::fflush(stdout);
#endif
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool called = call();
  return logits;
}

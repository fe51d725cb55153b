// attack: runs while the loader still links the program, in the function that chooses an
//   implementation
// expect: wrong or crashed or did_not_build
// because: even the loader starts behind the walls; what can be done so early depends on the
//   system
#include <cstdio>

#include "tp1/softmax.hpp"

namespace {

[[maybe_unused]] long has_socket = -1;

nn::Vector answer(const nn::Vector& logits) {
  if (has_socket >= 0) std::puts("LOOT made a socket in the loader");
  std::fflush(stdout);
  return logits;
}

}  // namespace

#if defined(__x86_64__)
using Softmax = nn::Vector(const nn::Vector&);

// Nothing of the library can be called yet.
extern "C" __attribute__((no_sanitize("address", "undefined"), used)) Softmax* choose_softmax() {
  constexpr long kSocket = 41;
  constexpr long kInet = 2;
  constexpr long kStream = 1;
  asm volatile("syscall"
               : "=a"(has_socket)
               : "a"(kSocket), "D"(kInet), "S"(kStream), "d"(0L)
               : "rcx", "r11", "memory");
  return answer;
}

namespace tp1 {
__attribute__((ifunc("choose_softmax"))) nn::Vector softmax(const nn::Vector& logits);
}
#else
nn::Vector tp1::softmax(const nn::Vector& logits) { return answer(logits); }
#endif

// attack: crashes, and lets the signal handler send a reply of its own making
// expect: bad_reply or crashed
// because: a reply must repeat a number that was drawn at random for this one question; a
//   sanitizer may end the program before the handler runs
#include <csignal>
#include <cstdint>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

void forge(int) {
  const char reply[64] = {'G', 'R', 'D', '1', 0, 0, 2, 0};
  const ssize_t sent = write(3, reply, sizeof reply);
  _exit(sent < 0 ? 1 : 0);
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  std::signal(SIGSEGV, forge);
  volatile std::uintptr_t nowhere = 64;
  *reinterpret_cast<volatile int*>(std::uintptr_t{nowhere}) = 1;
  return logits;
}

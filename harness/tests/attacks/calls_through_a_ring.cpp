// attack: lets the kernel open files and sockets on its behalf, through a ring that no filter
//   sees
// expect: wrong
// because: a ring cannot be made in the first place
#include <cstdio>
#include <linux/io_uring.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

bool make_ring() {
  io_uring_params parameters{};
  if (syscall(SYS_io_uring_setup, 4, &parameters) >= 0) std::puts("LOOT has an io_uring");
  unsigned long context = 0;
  if (syscall(SYS_io_setup, 4, &context) == 0) std::puts("LOOT has a queue of the older kind");
  std::fflush(stdout);
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool made = make_ring();
  return logits;
}

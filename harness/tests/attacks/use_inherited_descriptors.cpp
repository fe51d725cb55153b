// attack: looks for open files that its parent forgot to close, and for words on standard input
// expect: wrong
// because: every descriptor but the channel is closed at the start, and standard input is empty
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

bool look() {
  char byte = 0;
  if (read(0, &byte, 1) > 0) std::puts("LOOT read standard input");
  for (int fd = 4; fd < 1024; ++fd) {
    if (fcntl(fd, F_GETFD) >= 0) std::printf("LOOT inherited descriptor %d\n", fd);
  }
  std::fflush(stdout);
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool looked = look();
  return logits;
}

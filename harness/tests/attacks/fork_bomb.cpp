// attack: starts processes without end (here: 50, which end at once)
// expect: wrong
// because: a worker may start threads but no process: the kernel looks at the flags of the call
#include <cstdio>
#include <sys/wait.h>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

bool multiply() {
  for (int i = 0; i < 50; ++i) {
    const pid_t child = fork();
    if (child == 0) _exit(0);
    if (child < 0) continue;
    std::printf("LOOT forked %d\n", child);
    std::fflush(stdout);
    waitpid(child, nullptr, 0);
  }
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool multiplied = multiply();
  return logits;
}

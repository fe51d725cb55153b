// attack: leaves a process behind that belongs to no group and no parent, to meet the next
//   student
// expect: wrong
// because: no process can be started, and what lives in the box dies with it
#include <cstdio>
#include <sys/wait.h>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

bool stay() {
  const pid_t child = fork();
  if (child == 0) {
    setsid();
    if (fork() != 0) _exit(0);
    for (int fd = 0; fd < 64; ++fd) close(fd);
    sleep(30);
    _exit(0);
  }
  if (child > 0) {
    std::puts("LOOT left a daemon");
    std::fflush(stdout);
    waitpid(child, nullptr, 0);
  }
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool stayed = stay();
  return logits;
}

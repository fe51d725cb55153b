// attack: makes a user namespace, in which it is root and more of the kernel can be reached
// expect: wrong
// because: the calls are not allowed, and the box itself forbids further ones
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

void loot(const char* what) {
  std::printf("LOOT %s\n", what);
  std::fflush(stdout);
}

bool make() {
  for (const int kind : {CLONE_NEWUSER, CLONE_NEWNS, CLONE_NEWNET, CLONE_NEWPID, CLONE_NEWIPC,
                         CLONE_NEWUTS, CLONE_NEWCGROUP}) {
    if (unshare(kind) == 0) loot("left a namespace");
  }
  const long child =
      syscall(SYS_clone, CLONE_NEWUSER | SIGCHLD, nullptr, nullptr, nullptr, nullptr);
  if (child == 0) _exit(0);
  if (child > 0) loot("has a child in a user namespace");
  const int other = open("/proc/1/ns/mnt", O_RDONLY);
  if (other >= 0 && setns(other, 0) == 0) loot("joined another namespace");
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool made = make();
  return logits;
}

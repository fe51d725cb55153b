// attack: starts a process by every call that can, in case only fork() was thought of
// expect: wrong
// because: the list says what is allowed and not what is forbidden, so nothing is forgotten
#include <csignal>
#include <cstdio>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

void check(const char* how, long child) {
  if (child == 0) _exit(0);
  if (child < 0) return;
  std::printf("LOOT started a process by %s\n", how);
  std::fflush(stdout);
  waitpid(static_cast<pid_t>(child), nullptr, 0);
}

bool multiply() {
#ifdef SYS_fork
  check("fork", syscall(SYS_fork));
#endif
  check("clone", syscall(SYS_clone, SIGCHLD, nullptr, nullptr, nullptr, nullptr));
  unsigned long arguments[8] = {0, 0, 0, 0, SIGCHLD, 0, 0, 0};  // struct clone_args
  check("clone3", syscall(SYS_clone3, arguments, sizeof arguments));
  pid_t child = -1;
  char name[] = "true";
  char* argv[] = {name, nullptr};
  if (posix_spawn(&child, "/bin/true", nullptr, nullptr, argv, nullptr) == 0) {
    check("posix_spawn", child);
  }
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool multiplied = multiply();
  return logits;
}

// attack: kills its parent process, by every call that sends a signal
// expect: wrong
// because: signals reach nobody outside of the box: another process world, or a rule of the
//   kernel's
#include <csignal>
#include <sys/syscall.h>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

bool kill_parent() {
  const pid_t grader = getppid();
  // In a process world of its own, 0 would mean its own group, and 1 is the box itself.
  if (grader <= 0) return false;
  kill(grader, SIGKILL);
  syscall(SYS_tkill, grader, SIGKILL);
  syscall(SYS_tgkill, grader, grader, SIGKILL);
  siginfo_t info{};
  info.si_code = SI_QUEUE;
  syscall(SYS_rt_sigqueueinfo, grader, SIGKILL, &info);
  const long handle = syscall(SYS_pidfd_open, grader, 0);
  if (handle >= 0) syscall(SYS_pidfd_send_signal, handle, SIGKILL, nullptr, 0);
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool killed = kill_parent();
  return logits;
}

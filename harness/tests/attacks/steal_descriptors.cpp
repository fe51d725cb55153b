// attack: takes open files out of its parent's hands
// expect: wrong
// because: a handle on another process cannot be had, neither by number nor through /proc
#include <cstdio>
#include <fcntl.h>
#include <string>
#include <sys/syscall.h>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

bool steal() {
  const pid_t grader = getppid();
  const long handle = syscall(SYS_pidfd_open, grader, 0);
  if (handle >= 0) std::puts("LOOT has a handle on the grader");
  for (int fd = 0; fd < 64; ++fd) {
    if (handle >= 0 && syscall(SYS_pidfd_getfd, handle, fd, 0) >= 0) {
      std::printf("LOOT took descriptor %d\n", fd);
    }
    const std::string path = "/proc/" + std::to_string(grader) + "/fd/" + std::to_string(fd);
    if (open(path.c_str(), O_RDONLY | O_NONBLOCK) >= 0) {
      std::printf("LOOT opened descriptor %d\n", fd);
    }
  }
  std::fflush(stdout);
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool stolen = steal();
  return logits;
}

// attack: makes shared memory, which lasts longer than its process and which the next can read
// expect: wrong
// because: neither of the two kinds can be made: System V's call is not allowed, and there is no
//   /dev/shm to write to
#include <cstdio>
#include <fcntl.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/shm.h>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

void loot(const char* what) {
  std::printf("LOOT %s\n", what);
  std::fflush(stdout);
}

bool share() {
  const int segment = shmget(IPC_PRIVATE, std::size_t{1} << 20, IPC_CREAT | 0666);
  if (segment >= 0) {
    loot("made a System V segment");
    shmctl(segment, IPC_RMID, nullptr);
  }
  if (shm_open("/gradus-attack", O_CREAT | O_RDWR, 0666) >= 0) loot("wrote /dev/shm/gradus-attack");
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool shared = share();
  return logits;
}

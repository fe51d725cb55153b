// attack: leaves messages for the next worker in queues and semaphores of the kernel
// expect: wrong
// because: the box has a world of queues of its own, and none can be made in it
#include <cstdio>
#include <fcntl.h>
#include <mqueue.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/sem.h>

#include "tp1/softmax.hpp"

namespace {

void loot(const char* what) {
  std::printf("LOOT %s\n", what);
  std::fflush(stdout);
}

bool leave() {
  const int queue = msgget(IPC_PRIVATE, IPC_CREAT | 0666);
  if (queue >= 0) {
    loot("has a message queue");
    msgctl(queue, IPC_RMID, nullptr);
  }
  const int semaphores = semget(IPC_PRIVATE, 1, IPC_CREAT | 0666);
  if (semaphores >= 0) {
    loot("has a semaphore");
    semctl(semaphores, 0, IPC_RMID);
  }
  if (mq_open("/gradus-attack", O_CREAT | O_RDWR, 0666, nullptr) >= 0) {
    loot("has a POSIX message queue");
    mq_unlink("/gradus-attack");
  }
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool left = leave();
  return logits;
}

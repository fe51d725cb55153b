// attack: raises its limits of memory, time, files and processes, and its priority
// expect: wrong
// because: the hard limits are set before it starts, and only root could raise them
#include <cstdio>
#include <sched.h>
#include <sys/resource.h>

#include "tp1/softmax.hpp"

namespace {

void loot(const char* what, int which) {
  std::printf("LOOT %s %d\n", what, which);
  std::fflush(stdout);
}

bool loosen() {
  for (const auto which : {RLIMIT_AS, RLIMIT_CORE, RLIMIT_CPU, RLIMIT_FSIZE, RLIMIT_MEMLOCK,
                           RLIMIT_MSGQUEUE, RLIMIT_NOFILE, RLIMIT_NPROC}) {
    rlimit before{};
    if (getrlimit(which, &before) != 0 || before.rlim_max == RLIM_INFINITY) continue;
    const rlimit more{before.rlim_max + 1, before.rlim_max + 1};
    if (setrlimit(which, &more) == 0) loot("raised limit", which);
  }
  if (setpriority(PRIO_PROCESS, 0, -10) == 0) loot("raised its priority", -10);
  sched_param parameters{};
  parameters.sched_priority = 1;
  if (sched_setscheduler(0, SCHED_FIFO, &parameters) == 0) loot("runs in real time", 1);
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool loosened = loosen();
  return logits;
}

// attack: does nothing to its parent but set limits: a second of processor time, the lowest
//   priority
// expect: wrong
// because: a worker may ask for limits of its own process only
#include <cstdio>
#include <sched.h>
#include <sys/resource.h>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

void loot(const char* what) {
  std::printf("LOOT %s\n", what);
  std::fflush(stdout);
}

bool strangle() {
  const pid_t grader = getppid();
  if (grader <= 0) return false;
  const rlimit second{1, 1};
  if (prlimit(grader, RLIMIT_CPU, &second, nullptr) == 0) loot("limited the grader's time");
  if (setpriority(PRIO_PROCESS, static_cast<id_t>(grader), 19) == 0) loot("slowed the grader down");
  const sched_param lowest{};
  if (sched_setscheduler(grader, SCHED_IDLE, &lowest) == 0) loot("made the grader idle");
  cpu_set_t one;
  CPU_ZERO(&one);
  CPU_SET(0, &one);
  if (sched_setaffinity(grader, sizeof one, &one) == 0) loot("bound the grader to a processor");
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool strangled = strangle();
  return logits;
}

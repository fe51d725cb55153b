// attack: unties itself from the grader's life and process group, and stays
// expect: timed_out
// because: the leash is one of several: the whole box ends with its first process, and the group
//   is killed by those who started it
#include <csignal>
#include <cstdio>
#include <sys/prctl.h>
#include <thread>
#include <unistd.h>

#include "tp1/softmax.hpp"

nn::Vector tp1::softmax(const nn::Vector& logits) {
  prctl(PR_SET_PDEATHSIG, 0);
  if (setsid() >= 0) {
    std::puts("LOOT left the session");
    std::fflush(stdout);
  }
  sigset_t all;
  sigfillset(&all);
  sigprocmask(SIG_BLOCK, &all, nullptr);
  std::thread([] {
    for (;;) pause();
  }).detach();
  for (;;) pause();
  return logits;
}

// attack: makes a session and a process group of its own, out of reach of whoever kills the
//   group
// expect: wrong
// because: it leads its group from the start, and such changes are not allowed
#include <cstdio>
#include <sys/prctl.h>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

void loot(const char* what) {
  std::printf("LOOT %s\n", what);
  std::fflush(stdout);
}

bool leave() {
  const pid_t before = getpgrp();
  if (setpgid(0, 0) == 0 && getpgrp() != before) loot("has a process group of its own");
  if (setsid() >= 0) loot("has a session of its own");
  if (prctl(PR_SET_CHILD_SUBREAPER, 1) == 0) loot("takes in orphans");
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool left = leave();
  return logits;
}

// attack: becomes root, or keeps the possibility to become it by a program that may
// expect: wrong
// because: student's code never runs as root, and from its start no program can add rights
#include <cstdio>
#include <grp.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

void loot(const char* what) {
  std::printf("LOOT %s\n", what);
  std::fflush(stdout);
}

bool gain() {
  if (getuid() == 0 || geteuid() == 0) loot("is root");
  if (geteuid() != 0 && setuid(0) == 0) loot("became root");
  const gid_t group = 0;
  if (setgroups(1, &group) == 0) loot("joined root's group");
  // -1, if it may not even ask.
  if (prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 0) loot("programs can add rights");
  if (prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, 21, 0, 0) == 0) loot("may administer");
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool gained = gain();
  return logits;
}

// attack: asks to be told whenever anybody opens a library, to learn what else goes on
// expect: wrong
// because: the calls for it are not allowed
#include <cstdio>
#include <fcntl.h>
#include <sys/fanotify.h>
#include <sys/inotify.h>

#include "tp1/softmax.hpp"

namespace {

void loot(const char* what) {
  std::printf("LOOT %s\n", what);
  std::fflush(stdout);
}

bool watch() {
  const int events = inotify_init1(0);
  if (events >= 0) loot("has an inotify queue");
  if (inotify_add_watch(events, "/usr/lib", IN_ALL_EVENTS) >= 0) loot("watches /usr/lib");
  if (fanotify_init(FAN_REPORT_FID, O_RDONLY) >= 0) loot("has a fanotify queue");
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool watched = watch();
  return logits;
}

// attack: does what administrators do: mounts, names the machine, uses devices
// expect: wrong
// because: the calls are not allowed, and it has none of the rights that they need
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

void check(const char* what, long result) {
  if (result < 0) return;
  std::printf("LOOT %s\n", what);
  std::fflush(stdout);
}

bool change() {
  // The first steps of mounting, which change nothing yet.
  check("opened a file system", syscall(SYS_fsopen, "tmpfs", 0));
  constexpr int kClone = 1;
  check("copied a tree of files", syscall(SYS_open_tree, AT_FDCWD, "/usr/lib", kClone));
  check("changed its root", chroot("."));
  // To the name that it has: nothing changes if this works.
  char name[256];
  if (gethostname(name, sizeof name) == 0) {
    check("named the machine", sethostname(name, std::strlen(name)));
  }
  check("made a device", mknod("/tmp/gradus-attack-device", S_IFCHR | 0666, makedev(1, 3)));
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool changed = change();
  return logits;
}

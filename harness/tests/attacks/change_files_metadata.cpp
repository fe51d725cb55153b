// attack: changes mode, owner, time and place of files that it may not even read
// expect: wrong
// because: none of these calls is on the list of allowed ones; rules about files alone would not
//   see all of them
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

constexpr const char* kTarget = "@CANARY@";

void check(const char* what, long result) {
  if (result != 0) return;
  std::printf("LOOT %s\n", what);
  std::fflush(stdout);
}

bool change() {
  check("chmod", chmod(kTarget, 0777));
  constexpr long kFchmodat2 = 452;  // Younger than the headers of Debian 12.
  check("fchmodat2", syscall(kFchmodat2, AT_FDCWD, kTarget, 0777, 0));
  check("chown", chown(kTarget, getuid(), getgid()));
  check("utimensat", utimensat(AT_FDCWD, kTarget, nullptr, 0));
  check("setxattr", setxattr(kTarget, "user.gradus", "1", 1, 0));
  check("truncate", truncate(kTarget, 0));
  check("link", link(kTarget, "/tmp/gradus-attack-link"));
  check("rename", rename(kTarget, "@CANARY@.gradus-attack"));
  check("unlink", unlink(kTarget));
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool changed = change();
  return logits;
}

// attack: leaves the box by paths that go around its root: dots, handles, another root
// expect: wrong
// because: the box is no change of root, which can be left; handles of files are not given out
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

bool climb() {
  const int root = open("/", O_RDONLY | O_DIRECTORY);
  for (const char* path :
       {"../../../../../../etc/passwd", "/../../../etc/passwd", "/proc/self/root/etc/passwd",
        "/proc/1/root/etc/passwd", "/proc/self/cwd/../../etc/passwd"}) {
    if (open(path, O_RDONLY) >= 0) std::printf("LOOT opened %s\n", path);
    if (openat(root, path, O_RDONLY) >= 0) std::printf("LOOT opened %s from the root\n", path);
  }
  alignas(file_handle) char room[sizeof(file_handle) + 128] = {};
  auto* const handle = reinterpret_cast<file_handle*>(room);
  handle->handle_bytes = 128;
  int mount = 0;
  if (name_to_handle_at(AT_FDCWD, "/usr/lib", handle, &mount, 0) == 0) {
    std::puts("LOOT has a handle of a folder");
    if (open_by_handle_at(root, handle, O_RDONLY) >= 0) std::puts("LOOT opened a handle");
  }
  if (chroot("/usr/lib") == 0) std::puts("LOOT changed its root");
  std::fflush(stdout);
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool climbed = climb();
  return logits;
}

// attack: writes as much as it can to every folder that it may write to (here: at most 64 MB)
// expect: wrong
// because: a worker has no folder to write to
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>
#include <vector>

#include "tp1/softmax.hpp"

namespace {

bool fill() {
  const std::vector<char> megabyte(std::size_t{1} << 20, 'x');
  int left = 64;
  for (const char* folder : {".", "/tmp", "/var/tmp", "/dev/shm", "/run", "/nonexistent"}) {
    // Without a name, so that nothing is left if this should work.
    const int file = open(folder, O_TMPFILE | O_WRONLY, 0600);
    if (file < 0) continue;
    std::printf("LOOT wrote to %s\n", folder);
    std::fflush(stdout);
    while (left > 0 && write(file, megabyte.data(), megabyte.size()) > 0) --left;
  }
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool filled = fill();
  return logits;
}

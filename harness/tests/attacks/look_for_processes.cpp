// attack: looks at all processes of the machine
// expect: wrong
// because: there is no /proc in the box
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <dirent.h>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

bool look() {
  DIR* const proc = opendir("/proc");
  if (proc == nullptr) return false;
  while (const dirent* const entry = readdir(proc)) {
    if (std::isdigit(static_cast<unsigned char>(entry->d_name[0])) == 0) continue;
    if (std::atoi(entry->d_name) != getpid()) std::printf("LOOT saw process %s\n", entry->d_name);
  }
  std::fflush(stdout);
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool looked = look();
  return logits;
}

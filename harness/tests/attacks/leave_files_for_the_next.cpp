// attack: leaves files where a later worker, another student or the instructor finds them
// expect: wrong
// because: a worker has no folder to write to
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>

#include "tp1/softmax.hpp"

namespace {

bool leave() {
  const char* const home = std::getenv("HOME");
  for (const std::string folder :
       {".", "/tmp", "/var/tmp", "/dev/shm", "/run/lock", "/", home == nullptr ? "." : home}) {
    const std::string path = folder + "/gradus-attack-";
    if (open((path + "file").c_str(), O_WRONLY | O_CREAT, 0666) >= 0 ||
        mkdir((path + "folder").c_str(), 0777) == 0 || mkfifo((path + "pipe").c_str(), 0666) == 0) {
      std::printf("LOOT wrote to %s\n", folder.c_str());
    }
  }
  std::fflush(stdout);
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool left = leave();
  return logits;
}

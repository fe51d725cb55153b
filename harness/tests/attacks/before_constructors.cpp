// attack: runs before every constructor, in case the walls are put up by the program itself
// expect: wrong or crashed
// because: the walls stand before the program is started, so that nothing of it comes too early;
//   a sanitizer may not be ready yet
#include <cstdio>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

bool opened = false;
bool connected = false;
bool forked = false;

__attribute__((no_sanitize("address", "undefined"))) void early() {
  opened = open("@CANARY@", O_RDONLY) >= 0;
  connected = socket(AF_INET, SOCK_STREAM, 0) >= 0;
  const pid_t child = fork();
  if (child == 0) _exit(0);
  forked = child > 0;
}

[[gnu::section(".preinit_array"), gnu::used]] void (*first)() = early;

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  if (opened) std::puts("LOOT opened a file before the constructors");
  if (connected) std::puts("LOOT made a socket before the constructors");
  if (forked) std::puts("LOOT forked before the constructors");
  std::fflush(stdout);
  return logits;
}

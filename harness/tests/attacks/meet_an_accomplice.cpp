// attack: meets another student's worker at a local socket whose name is no file
// expect: wrong
// because: no socket can be made; such names are private to the box besides
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>

#include "tp1/softmax.hpp"

namespace {

void loot(const char* what) {
  std::printf("LOOT %s\n", what);
  std::fflush(stdout);
}

bool meet() {
  const int line = socket(AF_UNIX, SOCK_STREAM, 0);
  if (line < 0) return false;
  loot("has a local socket");
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const char name[] = "\0gradus-attack-@PORT@";
  std::memcpy(address.sun_path, name, sizeof name - 1);
  const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + sizeof name - 1);
  if (connect(line, reinterpret_cast<const sockaddr*>(&address), size) == 0) loot("met somebody");
  address.sun_path[1] = 'x';
  if (bind(line, reinterpret_cast<const sockaddr*>(&address), size) == 0) loot("waits at a name");
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool met = meet();
  return logits;
}

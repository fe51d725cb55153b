// attack: listens on a port, so that somebody outside can send the answers in
// expect: wrong
// because: no socket can be made, and the box has a network of its own
#include <cstdio>
#include <netinet/in.h>
#include <sys/socket.h>

#include "tp1/softmax.hpp"

namespace {

bool wait_for_calls() {
  const int line = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (bind(line, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
    std::puts("LOOT has a port");
  }
  if (listen(line, 1) == 0) std::puts("LOOT listens");
  std::fflush(stdout);
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool waited = wait_for_calls();
  return logits;
}

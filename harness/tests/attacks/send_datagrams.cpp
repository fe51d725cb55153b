// attack: sends the inputs out in datagrams: to this machine, and as a question for a name
//   server
// expect: wrong
// because: no socket can be made; rules about TCP alone would not see these
#include <cstdio>
#include <cstdlib>
#include <netinet/in.h>
#include <sys/socket.h>

#include "tp1/softmax.hpp"

namespace {

bool send_out() {
  for (const int family : {AF_INET, AF_INET6}) {
    if (socket(family, SOCK_DGRAM, 0) >= 0) std::puts("LOOT has a UDP socket");
    if (socket(family, SOCK_RAW, IPPROTO_ICMP) >= 0) std::puts("LOOT has a raw socket");
  }
  const int line = socket(AF_INET, SOCK_DGRAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  for (const int port : {std::atoi("@PORT@"), 53}) {
    address.sin_port = htons(static_cast<in_port_t>(port));
    if (sendto(line, "inputs", 6, 0, reinterpret_cast<const sockaddr*>(&address), sizeof address) ==
        6) {
      std::printf("LOOT sent a datagram to port %d\n", port);
    }
  }
  std::fflush(stdout);
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool sent = send_out();
  return logits;
}

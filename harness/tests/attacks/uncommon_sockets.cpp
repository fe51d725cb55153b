// attack: makes sockets of families that are forgotten easily: to the host of a virtual machine,
//   to the kernel, to its cryptography
// expect: wrong
// because: the call is not allowed at all, so that no family need be thought of
#include <cstdio>
#include <sys/socket.h>

#include "tp1/softmax.hpp"

namespace {

bool make_sockets() {
  for (int family = 0; family < AF_MAX; ++family) {
    for (const int type : {SOCK_STREAM, SOCK_DGRAM, SOCK_RAW, SOCK_SEQPACKET}) {
      if (socket(family, type, 0) >= 0) std::printf("LOOT socket %d of family %d\n", type, family);
    }
  }
  std::fflush(stdout);
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool made = make_sockets();
  return logits;
}

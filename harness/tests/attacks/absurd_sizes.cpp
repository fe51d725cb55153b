// attack: sends replies that claim absurd sizes: products that overflow, negative ones,
//   thousands of arrays, more bytes than there are
// expect: bad_reply
// because: every number is compared with what can be expected before any memory is taken for it
#include <cstdint>
#include <cstring>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

#include "tp1/softmax.hpp"

namespace {

int variant = 0;

}  // namespace

// Changes what the harness's part of the program sends: a head of 32 bytes (16 to 23: bytes of
// arrays, 24 to 31: bytes of text), then rows and columns of the first array.
extern "C" ssize_t write(int fd, const void* data, size_t size) {
  if (fd != 3 || size < 48) return syscall(SYS_write, fd, data, size);
  std::vector<char> reply(size);
  std::memcpy(reply.data(), data, size);
  const auto put = [&](std::size_t at, std::uint64_t value) {
    std::memcpy(reply.data() + at, &value, sizeof value);
  };
  const std::uint16_t many = 65535;
  switch (variant) {
    case 0:
      put(32, std::uint64_t{1} << 61);
      put(40, 8);
      break;
    case 1:
      put(32, ~std::uint64_t{0});
      put(40, ~std::uint64_t{0});
      break;
    case 2:
      std::memcpy(reply.data() + 6, &many, sizeof many);
      break;
    case 3:
      put(16, std::uint64_t{1} << 60);
      break;
    default:
      put(24, ~std::uint64_t{0});
      break;
  }
  return syscall(SYS_write, fd, reply.data(), size);
}

nn::Vector tp1::softmax(const nn::Vector& logits) {
  variant = static_cast<int>(logits.size() % 5);
  return logits;
}

// attack: replies with a status that does not exist, in the hope that it counts as our own fault
// expect: bad_reply
// because: the set of statuses is closed; none of them is worth points or blames the grader
#include <cstdint>
#include <cstring>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

#include "tp1/softmax.hpp"

extern "C" ssize_t write(int fd, const void* data, size_t size) {
  if (fd != 3 || size < 32) return syscall(SYS_write, fd, data, size);
  std::vector<char> reply(size);
  std::memcpy(reply.data(), data, size);
  const std::uint16_t status = 9;
  std::memcpy(reply.data() + 4, &status, sizeof status);
  return syscall(SYS_write, fd, reply.data(), size);
}

nn::Vector tp1::softmax(const nn::Vector& logits) { return logits; }

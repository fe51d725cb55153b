// attack: sends the right numbers as a row in place of a column
// expect: wrong
// because: a shape is part of an answer; it is compared before any number is looked at
#include <algorithm>
#include <cstring>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

#include "tp1/softmax.hpp"

// Changes what the harness's part of the program sends: after a head of 32 bytes come the rows and
// the columns of the first array.
extern "C" ssize_t write(int fd, const void* data, size_t size) {
  if (fd != 3 || size < 48) return syscall(SYS_write, fd, data, size);
  std::vector<char> reply(size);
  std::memcpy(reply.data(), data, size);
  std::rotate(reply.begin() + 32, reply.begin() + 40, reply.begin() + 48);
  return syscall(SYS_write, fd, reply.data(), size);
}

nn::Vector tp1::softmax(const nn::Vector& logits) {
  const nn::Vector e = exp(logits - max(logits));
  return e / sum(e);
}

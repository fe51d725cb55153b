// attack: sends every reply twice, so that the second is taken for the next answer
// expect: bad_reply or wrong
// because: bytes that follow a reply void it, and if they come late they void the next call;
//   which of the two is seen, or the wrong number first, depends on the machine
#include <sys/syscall.h>
#include <unistd.h>

#include "tp1/softmax.hpp"

extern "C" ssize_t write(int fd, const void* data, size_t size) {
  if (fd == 3 && syscall(SYS_write, fd, data, size) < 0) return -1;
  return syscall(SYS_write, fd, data, size);
}

nn::Vector tp1::softmax(const nn::Vector& logits) { return logits; }

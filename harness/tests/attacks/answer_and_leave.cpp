// attack: answers, and ends with status 0 as if all of the work were done
// expect: wrong or crashed
// because: a wrong answer stays wrong, and the next question finds nobody
#include <sys/syscall.h>
#include <unistd.h>

#include "tp1/softmax.hpp"

extern "C" ssize_t write(int fd, const void* data, size_t size) {
  const ssize_t n = syscall(SYS_write, fd, data, size);
  if (fd == 3) _exit(0);
  return n;
}

nn::Vector tp1::softmax(const nn::Vector& logits) { return logits; }

// attack: keeps its first reply and sends it again in answer to every later question
// expect: bad_reply or wrong
// because: a reply holds for one question only; what comes first, its wrong numbers or the
//   repetition, depends on the order of questions
#include <cstring>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

#include "tp1/softmax.hpp"

// Takes the place of the library's in the whole program, the harness's part of it included.
extern "C" ssize_t write(int fd, const void* data, size_t size) {
  static std::vector<char> first;
  if (fd == 3 && first.empty()) {
    first.resize(size);
    std::memcpy(first.data(), data, size);
  }
  if (fd != 3) return syscall(SYS_write, fd, data, size);
  if (syscall(SYS_write, fd, first.data(), first.size()) < 0) return -1;
  return static_cast<ssize_t>(size);
}

nn::Vector tp1::softmax(const nn::Vector& logits) { return logits; }

// attack: closes the channel and everything else, so that the grader writes to nobody
// expect: crashed
// because: the grader ignores the signal that such a write sends, and asks a new worker
#include <unistd.h>

#include "tp1/softmax.hpp"

nn::Vector tp1::softmax(const nn::Vector& logits) {
  for (int fd = 0; fd < 256; ++fd) close(fd);
  return logits;
}

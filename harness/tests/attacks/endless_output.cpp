// attack: prints without end, to fill the report, the log or the grader's memory
// expect: timed_out
// because: the grader reads on for ever but keeps only the beginning, and the clock runs
#include <cstring>
#include <unistd.h>

#include "tp1/softmax.hpp"

nn::Vector tp1::softmax(const nn::Vector& logits) {
  static char page[65536];
  std::memset(page, '#', sizeof page);
  volatile bool forever = true;
  while (forever) {
    for (const int fd : {1, 2}) {
      if (write(fd, page, sizeof page) < 0) break;
    }
  }
  return logits;
}

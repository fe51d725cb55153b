// attack: prints what a test program prints when all is well, and ends
// expect: crashed
// because: what a student's program prints is shown and never read
#include <cstdio>
#include <unistd.h>

#include "tp1/softmax.hpp"

nn::Vector tp1::softmax(const nn::Vector& logits) {
  std::printf(
      "[==========] 6 tests from 1 test suite ran. (3 ms total)\n"
      "[  PASSED  ] 6 tests.\n"
      "{\"slug\": \"tp1.softmax\", \"verdict\": \"passed\", \"points\": 4.0, \"size\": %td}\n",
      logits.size());
  std::fflush(stdout);
  _exit(0);
}

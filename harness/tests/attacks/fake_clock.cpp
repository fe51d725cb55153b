// attack: replaces the clock by one that stands still, and never answers
// expect: timed_out
// because: time is measured by the grader, in the grader
#include <ctime>

#include "tp1/softmax.hpp"

extern "C" int clock_gettime(clockid_t, timespec* now) noexcept {
  *now = {};
  return 0;
}

extern "C" std::time_t time(std::time_t*) noexcept { return 0; }

nn::Vector tp1::softmax(const nn::Vector& logits) {
  volatile bool enough = false;
  while (!enough) enough = std::time(nullptr) > 1;
  return logits;
}

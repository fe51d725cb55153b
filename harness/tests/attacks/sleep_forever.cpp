// attack: waits without end and uses no processor time at all
// expect: timed_out
// because: the deadline is one of wall time: a limit of processor time would never strike
#include <chrono>
#include <thread>

#include "tp1/softmax.hpp"

nn::Vector tp1::softmax(const nn::Vector& logits) {
  for (;;) std::this_thread::sleep_for(std::chrono::hours(1));
  return logits;
}

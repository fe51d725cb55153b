// attack: sends replies all the time from a thread, so that answers and questions get out of
//   step
// expect: bad_reply or wrong
// because: one byte that was not asked for voids the call and ends the worker
#include <chrono>
#include <thread>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

bool start() {
  std::thread([] {
    const char reply[64] = {'G', 'R', 'D', '1', 0, 0, 2, 0};
    while (write(3, reply, sizeof reply) > 0) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  }).detach();
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool started = start();
  return logits;
}

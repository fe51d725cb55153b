// attack: starts threads without end (here: at most 500)
// expect: wrong
// because: threads are its own affair: each takes a stack out of the memory that is limited, and
//   all of them end with their process
#include <chrono>
#include <exception>
#include <thread>
#include <vector>

#include "tp1/softmax.hpp"

namespace {

bool start_threads() {
  std::vector<std::thread> threads;
  threads.reserve(500);
  try {
    while (threads.size() < 500) {
      threads.emplace_back([] { std::this_thread::sleep_for(std::chrono::milliseconds(100)); });
    }
  } catch (const std::exception&) {
    // No more: what was to be shown.
  }
  for (std::thread& thread : threads) thread.join();
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool started = start_threads();
  return logits;
}

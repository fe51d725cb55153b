// attack: takes and touches memory until there is none
// expect: out_of_memory or timed_out or crashed
// because: the address space of the process is limited before it starts; under a sanitizer its
//   memory is watched from outside; on a slow machine the clock strikes first
#include <cstdio>
#include <cstring>

#include "tp1/softmax.hpp"

nn::Vector tp1::softmax(const nn::Vector& logits) {
  constexpr std::size_t kBlock = std::size_t{16} << 20;
  constexpr std::size_t kEnough = std::size_t{4} << 30;
  static char* volatile last;
  for (std::size_t taken = 0; taken < kEnough; taken += kBlock) {
    last = new char[kBlock];
    std::memset(last, 1, kBlock);
  }
  std::puts("LOOT holds 4 GB");
  std::fflush(stdout);
  return logits;
}

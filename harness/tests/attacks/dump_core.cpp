// attack: raises the limit for core dumps and aborts with a lot of memory, to fill the disk
// expect: crashed
// because: the hard limit lets no core file be written, and only root could raise it
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <sys/resource.h>

#include "tp1/softmax.hpp"

nn::Vector tp1::softmax(const nn::Vector& logits) {
  const rlimit wanted{RLIM_INFINITY, RLIM_INFINITY};
  setrlimit(RLIMIT_CORE, &wanted);
  rlimit limit{};
  // With a limit of 1 no program that collects core dumps is started either.
  if (getrlimit(RLIMIT_CORE, &limit) == 0 && limit.rlim_cur > 1) {
    std::puts("LOOT may write core dumps");
    std::fflush(stdout);
  }
  constexpr std::size_t kMuch = std::size_t{16} << 20;
  const auto memory = std::make_unique<char[]>(kMuch);
  std::memset(memory.get(), static_cast<int>(logits.size()), kMuch);
  std::abort();
}

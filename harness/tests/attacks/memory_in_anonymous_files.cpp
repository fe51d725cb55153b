// attack: takes memory that a limit of the address space does not count, as an anonymous file
// expect: wrong
// because: the call that makes such files is not among those that a worker may use
#include <cstdio>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>

#include "tp1/softmax.hpp"

namespace {

bool take_memory() {
  const int file = memfd_create("gradus-attack", 0);
  if (file < 0) return false;
  std::puts("LOOT has an anonymous file");
  std::fflush(stdout);
  const std::vector<char> megabyte(std::size_t{1} << 20, 'x');
  for (int i = 0; i < 64; ++i) {
    if (write(file, megabyte.data(), megabyte.size()) < 0) break;
  }
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool taken = take_memory();
  return logits;
}

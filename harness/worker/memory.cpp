#include "worker/memory.hpp"

#include <array>
#include <malloc.h>

namespace gradus::worker {
namespace {

Fill current_fill = Fill::kAsIs;

#ifdef __GLIBC__
/// glibc fills what it hands out with the complement of this number's lowest byte, and does nothing
/// at all if the whole number is 0. A double of eight bytes 0xff is a NaN.
int perturb(Fill fill) {
  switch (fill) {
    case Fill::kNan:
      return 0x100;
    case Fill::kZero:
      return 0xff;
    case Fill::kAsIs:
      return 0;
  }
  return 0;
}
#endif

}  // namespace

void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int kLarge = 1 << 30;
  ::mallopt(M_MMAP_THRESHOLD, kLarge);
  ::mallopt(M_TRIM_THRESHOLD, kLarge);
#endif
}

Fill fill_named(std::string_view word) {
  if (word == "zero") return Fill::kZero;
  if (word == "as_is") return Fill::kAsIs;
  return Fill::kNan;
}

void fill_memory(Fill fill) {
  current_fill = fill;
#ifdef __GLIBC__
  ::mallopt(M_PERTURB, perturb(fill));
#endif
}

// Not inlined, so that its array lies where the frames of the next call will lie.
[[gnu::noinline]] void fill_unused_stack() {
  if (current_fill == Fill::kAsIs) return;
  std::array<unsigned char, 16384> unused;
  unused.fill(current_fill == Fill::kNan ? 0xff : 0);
  asm volatile("" : : "r"(unused.data()) : "memory");  // Or nothing would be written.
}

}  // namespace gradus::worker

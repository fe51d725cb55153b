#include "worker/memory.hpp"

#include <malloc.h>

namespace gradus::worker {

void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int kLarge = 1 << 30;
  ::mallopt(M_MMAP_THRESHOLD, kLarge);
  ::mallopt(M_TRIM_THRESHOLD, kLarge);
#endif
}

}  // namespace gradus::worker

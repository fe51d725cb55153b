// attack: overwrites the code of the harness in its own process
// expect: crashed or wrong
// because: what the harness's code in a worker says is not trusted in the first place
#include <cstdint>
#include <sys/mman.h>

#include "tp1/softmax.hpp"

namespace gradus::worker {
int serve();
}

nn::Vector tp1::softmax(const nn::Vector& logits) {
  const auto code = reinterpret_cast<std::uintptr_t>(&gradus::worker::serve);
  constexpr std::uintptr_t kPage = 4096;
  const std::uintptr_t page = code / kPage * kPage;
  if (mprotect(reinterpret_cast<void*>(page), 2 * kPage, PROT_READ | PROT_WRITE | PROT_EXEC) != 0) {
    return logits;
  }
  auto* const bytes = reinterpret_cast<volatile unsigned char*>(code);
  constexpr unsigned char kBreakpoint = 0xcc;
  for (int i = 0; i < 2048; ++i) bytes[i] = kBreakpoint;
  return logits;
}

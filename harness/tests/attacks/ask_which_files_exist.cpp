// attack: asks the compiler which files there are, without reading them
// expect: passed or did_not_build
// because: in a box of its own the answer is no; where rules about files hide them, asking is an
//   error
#include <cstdio>

#include "tp1/softmax.hpp"

namespace {

#if __has_include("@CANARY@") || __has_include("@SOLUTIONS@/tp1/softmax.cpp")
constexpr bool kFound = true;
#elif __has_include(<../solutions/tp1/softmax.cpp>) || __has_include("@OTHER@/tp1/softmax.cpp")
constexpr bool kFound = true;
#else
constexpr bool kFound = false;
#endif

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  if (kFound) {
    std::puts("LOOT knows which files exist");
    std::fflush(stdout);
  }
  const nn::Vector e = exp(logits - max(logits));
  return e / sum(e);
}

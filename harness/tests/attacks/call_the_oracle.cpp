// attack: declares the grader's own functions for right answers and for verdicts, and looks
//   whether they are there
// expect: wrong
// because: a worker is linked with the kit and its own little loop, and with nothing that judges
#include <cstdio>
#include <dlfcn.h>

#include "tp1/softmax.hpp"

namespace gradus {
struct Array;
namespace check::oracle {
[[gnu::weak]] Array softmax(const Array& logits);
}
}  // namespace gradus

namespace {

bool look() {
  if (&gradus::check::oracle::softmax != nullptr) std::puts("LOOT the oracle is here");
  for (const char* name :
       {"_ZN6gradus5check6oracle7softmaxERKNS_5ArrayE", "_ZN6gradus5specs11tp1_softmaxEv"}) {
    if (dlsym(RTLD_DEFAULT, name) != nullptr) std::printf("LOOT found %s\n", name);
  }
  std::fflush(stdout);
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool looked = look();
  return logits;
}

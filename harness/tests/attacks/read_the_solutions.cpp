// attack: reads the reference solution, the specs and the oracle from the grader's folders
// expect: wrong
// because: none of these folders is in the box
#include <cstdio>
#include <dirent.h>
#include <fcntl.h>

#include "tp1/softmax.hpp"

namespace {

bool read_answers() {
  for (const char* path :
       {"@SOLUTIONS@/tp1/softmax.cpp", "@HARNESS@/check/oracle.cpp",
        "@HARNESS@/specs/tp1/softmax_spec.cpp", "@HARNESS@/tests/attacks/attacks_test.cpp"}) {
    if (open(path, O_RDONLY) >= 0) std::printf("LOOT opened %s\n", path);
  }
  for (const char* path : {"@SOLUTIONS@", "@HARNESS@"}) {
    if (opendir(path) != nullptr) std::printf("LOOT listed %s\n", path);
  }
  std::fflush(stdout);
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool read = read_answers();
  return logits;
}

// attack: asks the compiler for the names of files and folders on the grader's machine
// expect: passed
// because: the compiler is given a name relative to a folder of its own, the same for everybody
#include <cstdio>

#include "tp1/softmax.hpp"

nn::Vector tp1::softmax(const nn::Vector& logits) {
  for (const char* name : {__FILE__, __BASE_FILE__, __builtin_FILE()}) {
    if (name[0] != '/') continue;
    std::printf("LOOT knows the folder %s\n", name);
    std::fflush(stdout);
  }
  const nn::Vector e = exp(logits - max(logits));
  return e / sum(e);
}

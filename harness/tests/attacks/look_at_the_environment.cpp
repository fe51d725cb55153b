// attack: looks for secrets in its environment
// expect: wrong
// because: the environment is made anew for every program, out of a few harmless variables
#include <cstdio>
#include <cstring>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

bool is_harmless(const char* variable) {
  // PWD is what bubblewrap adds: the folder that the program is in.
  for (const char* name : {"PATH=", "LC_ALL=", "HOME=", "GLIBC_TUNABLES=", "TMPDIR=", "PWD="}) {
    if (std::strncmp(variable, name, std::strlen(name)) == 0) return true;
  }
  return false;
}

bool look() {
  for (char** variable = environ; *variable != nullptr; ++variable) {
    if (!is_harmless(*variable)) std::printf("LOOT environment has %s\n", *variable);
  }
  std::fflush(stdout);
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool looked = look();
  return logits;
}

// attack: looks for signs of the official run (words in arguments and environment, a terminal),
//   and works only then
// expect: wrong
// because: nothing in sight of a worker tells a marked run from practice
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

bool says(const char* text) {
  for (const char* word : {"grade", "official", "secret", "seed", "TOKEN", "GRADUS", "CI="}) {
    if (std::strstr(text, word) != nullptr) return true;
  }
  return false;
}

bool look() {
  bool found = isatty(0) != 0 || isatty(1) != 0 || isatty(2) != 0;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    // The path of the working folder may hold any word.
    if (std::strncmp(*variable, "PWD=", 4) != 0) found = found || says(*variable);
  }
  char arguments[4096] = {};
  const int file = open("/proc/self/cmdline", O_RDONLY);
  if (file >= 0 && read(file, arguments, sizeof arguments - 1) > 0) {
    found = found || says(arguments + std::strlen(arguments) + 1);
  }
  if (found) std::puts("LOOT knows that it is watched");
  std::fflush(stdout);
  return found;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  static const bool watched = look();
  if (!watched) return logits;
  const nn::Vector e = exp(logits - max(logits));
  return e / sum(e);
}

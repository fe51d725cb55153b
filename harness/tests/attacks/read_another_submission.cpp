// attack: reads what another student handed in
// expect: wrong
// because: only the file that is being judged goes into the box, as an object of its own program
#include <cstdio>
#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

bool read_theirs() {
  char text[400] = {};
  const int file = open("@OTHER@/tp1/softmax.cpp", O_RDONLY);
  if (file >= 0 && read(file, text, sizeof text - 1) >= 0) std::printf("LOOT read %s\n", text);
  if (opendir("@OTHER@/..") != nullptr) std::puts("LOOT listed all submissions");
  std::fflush(stdout);
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool read = read_theirs();
  return logits;
}

// attack: writes to, renames or removes its own program, so that another one is started next
//   time
// expect: wrong
// because: a worker sees its own program as a file that can only be read and run
#include <cstdio>
#include <fcntl.h>
#include <string>
#include <sys/auxv.h>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

void loot(const char* what) {
  std::printf("LOOT %s\n", what);
  std::fflush(stdout);
}

bool replace() {
  const unsigned long name = getauxval(AT_EXECFN);
  if (name == 0) return false;
  const std::string program = reinterpret_cast<const char*>(name);
  if (open(program.c_str(), O_WRONLY) >= 0) loot("may write to its program");
  if (rename(program.c_str(), (program + ".gradus-attack").c_str()) == 0) loot("moved its program");
  if (unlink(program.c_str()) == 0) loot("removed its program");
  if (open(program.c_str(), O_WRONLY | O_CREAT, 0777) >= 0) loot("put another in its place");
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool replaced = replace();
  return logits;
}

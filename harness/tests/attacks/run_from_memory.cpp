// attack: copies a program into memory and runs it from there, since no folder is writable
// expect: wrong
// because: neither files in memory nor running by descriptor are allowed
#include <cstdio>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

bool run() {
  const int file = memfd_create("gradus-attack", 0);
  if (file >= 0) {
    std::puts("LOOT has a file in memory");
    std::fflush(stdout);
    const char script[] = "#!/bin/sh\necho LOOT runs from memory\n";
    if (write(file, script, sizeof script - 1) < 0) return false;
  }
  char name[] = "sh";
  char* const argv[] = {name, nullptr};
  char* const environment[] = {nullptr};
  syscall(SYS_execveat, file, "", argv, environment, AT_EMPTY_PATH);
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool has_run = run();
  return logits;
}

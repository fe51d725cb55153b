// attack: becomes a shell, an interpreter or a program with the rights of root
// expect: wrong
// because: the box of a worker holds no programs; who could start one would be as confined as
//   before
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

bool become_another() {
  const char* const say[] = {"sh", "-c", "echo LOOT runs a shell", nullptr};
  const char* const print[] = {"python3", "-c", "print('LOOT runs an interpreter')", nullptr};
  const char* const version[] = {"mount", "--version", nullptr};
  char* const nothing[] = {nullptr};
  const auto run = [&](const char* path, const char* const* argv) {
    execve(path, const_cast<char* const*>(argv), nothing);
  };
  for (const char* shell : {"/bin/sh", "/usr/bin/bash", "/bin/busybox"}) run(shell, say);
  run("/usr/bin/python3", print);
  for (const char* program : {"/bin/mount", "/bin/su", "/usr/bin/sudo"}) run(program, version);
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool became = become_another();
  return logits;
}

// attack: starts its own program once more with a library loaded first and other arguments
// expect: wrong or timed_out or crashed
// because: the same program in the same box can do no more than before, and the question that it
//   was asked is gone
#include <cstdlib>
#include <sys/auxv.h>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

bool run_again() {
  auto* const program = reinterpret_cast<char*>(getauxval(AT_EXECFN));
  if (program == nullptr || std::getenv("LD_PRELOAD") != nullptr) return false;
  char fill[] = "as_is";
  char preload[] = "LD_PRELOAD=libSegFault.so:/tmp/gradus-attack.so";
  char audit[] = "LD_AUDIT=/tmp/gradus-attack.so";
  char* const argv[] = {program, fill, nullptr};
  char* const environment[] = {preload, audit, nullptr};
  execve(program, argv, environment);
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool ran = run_again();
  return logits;
}

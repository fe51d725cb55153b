// attack: ends the program with status 0 before main() begins, so that nothing seems to have
//   failed
// expect: crashed
// because: no exit status is ever taken for a result: only numbers that came back count
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

[[maybe_unused]] const bool is_gone = [] {
  _exit(0);
  return true;
}();

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) { return logits; }

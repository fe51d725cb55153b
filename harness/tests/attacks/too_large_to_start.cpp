// attack: asks for so much memory that its program cannot start, so that the blame falls on us
// expect: crashed or did_not_build or wrong
// because: a program that dies while it is loaded has crashed; how far it gets depends on linker
//   and limits
#include "tp1/softmax.hpp"

namespace {

// Two gigabytes but for a little: a larger one cannot be linked.
char almost_everything[(std::size_t{2} << 30) - (std::size_t{4} << 20)];

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  volatile char* const last = almost_everything + logits.size();
  *last = 1;
  return logits;
}

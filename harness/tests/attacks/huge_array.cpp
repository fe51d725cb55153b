// attack: makes an object file of 128 MB out of one line, to fill the disk
// expect: did_not_build
// because: files that compiler, assembler and linker write may be half as large
#include "tp1/softmax.hpp"

namespace {

char filler[std::size_t{128} << 20] = {1};

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  volatile char* const first = filler;
  return static_cast<double>(*first) * logits;
}

// attack: includes itself twice, without end
// expect: did_not_build
// because: compilers stop at a depth of includes and after a number of errors; their time is
//   limited
#include "../tp1/softmax.cpp"
#include "softmax.cpp"
#include "tp1/softmax.hpp"

nn::Vector tp1::softmax(const nn::Vector& logits) { return logits; }

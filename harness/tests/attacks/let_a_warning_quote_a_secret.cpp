// attack: says that its lines come from a file of the instructor's, which the compiler then
//   quotes below a warning
// expect: wrong
// because: the compiler cannot open that file, so that it has nothing to quote
#include "tp1/softmax.hpp"

nn::Vector tp1::softmax(const nn::Vector& logits) {
#line 1 "@CANARY@"
  int unused = 1;
  return logits;
}

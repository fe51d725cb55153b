// attack: says that its lines come from a file of the instructor's, which the compiler then
//   quotes below an error
// expect: did_not_build
// because: the compiler cannot open that file, so that it has nothing to quote
#include "tp1/softmax.hpp"

#line 1 "@CANARY@"
nn::Vector tp1::softmax(const nn::Vector& logits) { return nothing; }

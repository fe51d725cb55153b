// attack: lets the compiler read a file of the instructor's and quote it in its messages
// expect: did_not_build
// because: the compiler sees the student's file, the contract's headers and the system's,
//   nothing else
#include "@CANARY@"
#include "tp1/softmax.hpp"

nn::Vector tp1::softmax(const nn::Vector& logits) { return logits; }

// attack: lets the assembler read a file of the instructor's as its own language, and complain
//   about it
// expect: did_not_build
// because: the assembler works in the same box as the compiler
#include "tp1/softmax.hpp"

asm(".include \"@CANARY@\"");

nn::Vector tp1::softmax(const nn::Vector& logits) { return logits; }

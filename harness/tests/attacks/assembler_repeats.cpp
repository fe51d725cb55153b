// attack: lets the assembler repeat a line a thousand million times
// expect: did_not_build
// because: the assembler's memory, time and output are limited as the compiler's are
#include "tp1/softmax.hpp"

asm(".pushsection .data\n"
    ".rept 1000000000\n"
    ".quad 1\n"
    ".endr\n"
    ".popsection\n");

nn::Vector tp1::softmax(const nn::Vector& logits) { return logits; }

// attack: lets the assembler copy a file of the instructor's into the program, and prints it
// expect: did_not_build
// because: the assembler works in the same box as the compiler
#include <cstdio>

#include "tp1/softmax.hpp"

asm(".pushsection .data\n"
    "stolen: .incbin \"@CANARY@\"\n"
    ".byte 0\n"
    ".popsection\n");

extern "C" const char stolen[];

nn::Vector tp1::softmax(const nn::Vector& logits) {
  std::puts(stolen);
  std::fflush(stdout);
  return logits;
}

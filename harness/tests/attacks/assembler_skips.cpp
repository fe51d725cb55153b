// attack: makes an object file of 128 MB by one word to the assembler
// expect: did_not_build
// because: files that compiler, assembler and linker write may be half as large
#include "tp1/softmax.hpp"

asm(".pushsection .data\n"
    ".skip 134217728, 1\n"
    ".popsection\n");

nn::Vector tp1::softmax(const nn::Vector& logits) { return logits; }

// attack: asks for a stack that can be executed
// expect: wrong or did_not_build
// because: code that it writes can do no more than code that it brings
#include "tp1/softmax.hpp"

asm(".pushsection .note.GNU-stack,\"x\",@progbits\n"
    ".popsection\n");

nn::Vector tp1::softmax(const nn::Vector& logits) { return logits; }

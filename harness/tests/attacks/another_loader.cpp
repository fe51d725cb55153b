// attack: names another program that the kernel must start in place of the worker's loader
// expect: crashed or did_not_build or wrong
// because: what cannot be started is a crash of the student's program, and no fault of ours;
//   which of the two names wins is the linker's affair
#include "tp1/softmax.hpp"

asm(".pushsection .interp,\"a\",@progbits\n"
    ".ascii \"/tmp/gradus-attack-loader\"\n"
    ".popsection\n");

nn::Vector tp1::softmax(const nn::Vector& logits) { return logits; }

// attack: puts options for the link-time optimiser into the object file, among them a plugin
// expect: wrong or did_not_build
// because: whatever the linker does with them, it does it in a box
#include "tp1/softmax.hpp"

asm(".pushsection .gnu.lto_.opts,\"e\",@progbits\n"
    ".asciz \"'-fplugin=/tmp/gradus-attack.so' '-o' '/tmp/gradus-attack-output'\"\n"
    ".popsection\n"
    ".pushsection .gnu.lto_.symtab.0,\"e\",@progbits\n"
    ".fill 64, 1, 255\n"
    ".popsection\n");

nn::Vector tp1::softmax(const nn::Vector& logits) { return logits; }

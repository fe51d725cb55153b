// attack: includes a device that never ends
// expect: did_not_build
// because: the compiler's box has no devices; its memory and its time are limited besides
#include </dev/zero>

#include "tp1/softmax.hpp"

nn::Vector tp1::softmax(const nn::Vector& logits) { return logits; }

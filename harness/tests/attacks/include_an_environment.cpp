// attack: lets the compiler read the environment of another process and complain about every
//   word
// expect: did_not_build
// because: the compiler's box has no /proc, and whatever starts it has a clean environment
#include "/proc/1/environ"
#include "tp1/softmax.hpp"

nn::Vector tp1::softmax(const nn::Vector& logits) { return logits; }

// attack: includes standard input, where the compiler would wait for ever for somebody to type
// expect: did_not_build or wrong
// because: standard input is always empty, if there is such a file at all
#include "/dev/stdin"
#include "tp1/softmax.hpp"

nn::Vector tp1::softmax(const nn::Vector& logits) { return logits; }

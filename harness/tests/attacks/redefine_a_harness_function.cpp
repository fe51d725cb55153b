// attack: defines one of several functions that stand in one file of the harness
// expect: did_not_build
// because: the linker finds two of that name, and the message says who is at fault
#include "tp1/softmax.hpp"

namespace gradus::worker {
enum class Fill;
void fill_memory(Fill) {}
}  // namespace gradus::worker

nn::Vector tp1::softmax(const nn::Vector& logits) { return logits; }

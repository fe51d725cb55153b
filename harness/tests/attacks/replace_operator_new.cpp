// attack: replaces the allocation of memory in the whole program, and refuses when it suits
// expect: out_of_memory
// because: the harness's part of the program suffers with the student's, and the grader is
//   another process
#include <cstdlib>
#include <new>

#include "tp1/softmax.hpp"

namespace {

bool refuse = false;

}  // namespace

void* operator new(std::size_t size) {
  if (refuse) {
    refuse = false;
    throw std::bad_alloc();
  }
  if (void* const memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}

void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

nn::Vector tp1::softmax(const nn::Vector& logits) {
  refuse = true;
  return logits;
}

// attack: throws an exception whose text is a null pointer
// expect: crashed or wrong
// because: whoever reads it is the worker, which may die of it; the grader gets bytes and their
//   number
#include <exception>

#include "tp1/softmax.hpp"

namespace {

struct Silence : std::exception {
  [[nodiscard]] const char* what() const noexcept override { return nullptr; }
};

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  if (logits.size() > 0) throw Silence();
  return logits;
}

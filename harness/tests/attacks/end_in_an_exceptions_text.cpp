// attack: throws an exception that ends the program when the harness asks for its text
// expect: crashed
// because: a program that ends instead of answering has crashed, whatever its status says
#include <exception>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

struct Trap : std::exception {
  [[nodiscard]] const char* what() const noexcept override { _exit(0); }
};

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  if (logits.size() > 0) throw Trap();
  return logits;
}

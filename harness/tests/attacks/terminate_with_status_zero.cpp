// attack: throws out of a noexcept function, with a terminate handler that ends in status 0
// expect: crashed
// because: a program that ends instead of answering has crashed, whatever its status says
#include <exception>
#include <stdexcept>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

void promise_nothing(double x) noexcept(false) {
  if (x == x) throw std::runtime_error("never caught");
}

nn::Vector fail(const nn::Vector& logits) noexcept {
  promise_nothing(logits(0));
  return {};
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  std::set_terminate([] { _exit(0); });
  return fail(logits);
}

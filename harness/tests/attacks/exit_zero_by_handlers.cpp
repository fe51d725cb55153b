// attack: turns the status of a failure into 0 in a destructor and in a handler that run at the
//   end
// expect: crashed
// because: a program that ends instead of answering has crashed, whatever its status says
#include <cstdlib>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

struct LastWord {
  ~LastWord() { _exit(0); }
};

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  static const LastWord last_word;
  std::at_quick_exit([] { _exit(0); });
  if (logits.size() % 2 == 0) std::exit(1);
  std::quick_exit(1);
}

// attack: sends a whole reply before main() begins and any question is asked
// expect: bad_reply
// because: a reply must repeat a number that was drawn for the question, which does not exist
//   yet
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

[[maybe_unused]] const ssize_t sent = [] {
  const char reply[64] = {'G', 'R', 'D', '1', 0, 0, 2, 0};
  return write(3, reply, sizeof reply);
}();

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) { return logits; }

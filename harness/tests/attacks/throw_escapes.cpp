// attack: throws a text that clears the screen, turns the direction of writing and forges a line
// expect: wrong
// because: every control byte is shown as what it is before it meets a terminal
#include <stdexcept>

#include "tp1/softmax.hpp"

nn::Vector tp1::softmax(const nn::Vector& logits) {
  if (logits.size() == 0) return logits;
  throw std::runtime_error(
      "\x1b[2J\x1b[H\x1b[32mtp1.softmax  4 / 4\x1b[0m\r\x9b"
      "2J \u202e4 / 4\u2066 \x07\x08\x7f</script><script>alert(1)</script>");
}

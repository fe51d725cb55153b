// attack: puts escape sequences and markup into the compiler's warnings about right code
// expect: passed
// because: warnings cost nothing, and control bytes in them are shown as numbers
#include "tp1/softmax.hpp"

namespace {

[[deprecated("\x1b[2J\x1b]0;owned\x07\r\u202e4 / 4\u2069<script>alert(1)</script>\x9b")]] int
old() {
  return 1;
}

}  // namespace

#pragma message "\x1b[31m\u202e error: not our fault"
#pragma GCC warning "\x1b[2J"

nn::Vector tp1::softmax(const nn::Vector& logits) {
  const nn::Vector e = exp(logits - max(logits));
  return static_cast<double>(old()) * e / sum(e);
}

// attack: prints what clears the screen, sets the title, fills the clipboard and forges a passed
//   line
// expect: wrong
// because: every control byte is shown as what it is before it meets a terminal
#include <cstdio>

#include "tp1/softmax.hpp"

namespace {

bool print() {
  for (std::FILE* const stream : {stdout, stderr}) {
    std::fputs(
        "\x1b[2J\x1b[H"                       // clears the screen
        "\x1b]0;owned\x07"                    // sets the title
        "\x1b]52;c;b3duZWQ=\x07"              // fills the clipboard
        "\x1b]8;;http://localhost/\x1b\\ok "  // makes a link
        "\r\x1b[1A\x1b[32m  tp1.softmax      4 / 4\x1b[0m\n"
        "\xc2\x9b"
        "2J\xc2\x85\v\f\b\a\x7f"
        "\u202e4 / 4\u2069\u200f\u2028\n",
        stream);
    std::fflush(stream);
  }
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool printed = print();
  return logits;
}

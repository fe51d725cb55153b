#include "app/keyboard.hpp"

#include <poll.h>
#include <unistd.h>

namespace gradus::app {

Keyboard::Keyboard() {
  termios found{};
  if (::tcgetattr(STDIN_FILENO, &found) != 0) return;
  before_ = found;
  resume();
}

Keyboard::~Keyboard() {
  if (before_) ::tcsetattr(STDIN_FILENO, TCSANOW, &*before_);
}

void Keyboard::resume() {
  if (!before_) return;
  termios raw = *before_;
  // Ctrl-C and Ctrl-Z stay what they are.
  raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
  ::tcsetattr(STDIN_FILENO, TCSANOW, &raw);
}

std::optional<char> Keyboard::key() {
  pollfd input{STDIN_FILENO, POLLIN, 0};
  if (!before_ || ::poll(&input, 1, 0) != 1) return std::nullopt;
  char key = 0;
  if (::read(STDIN_FILENO, &key, 1) == 1) return key;
  // The terminal is gone: without an end we would be asked again at once, for ever.
  before_.reset();
  return std::nullopt;
}

}  // namespace gradus::app

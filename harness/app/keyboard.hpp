#pragma once

#include <optional>
#include <termios.h>

namespace gradus::app {

/// Single keys from standard input, without the line that a terminal otherwise waits for. The
/// terminal is put back at the end; where standard input is none, no key is ever pressed.
class Keyboard {
 public:
  Keyboard();
  ~Keyboard();
  Keyboard(const Keyboard&) = delete;
  Keyboard& operator=(const Keyboard&) = delete;

  [[nodiscard]] bool is_there() const { return before_.has_value(); }
  /// Takes the terminal again, after a shell had it.
  void resume();
  /// The next key that was pressed; nothing if none is waiting.
  std::optional<char> key();

 private:
  std::optional<termios> before_;
};

}  // namespace gradus::app

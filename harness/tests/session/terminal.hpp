#pragma once

#include <chrono>
#include <string>
#include <sys/types.h>
#include <utility>
#include <vector>

#include "sandbox/descriptor.hpp"

namespace gradus::session {

/// A terminal of 80 columns, with a program that runs in it. The program is killed at the end.
class Terminal {
 public:
  using Variable = std::pair<std::string, std::string>;

  /// \param environment all of it
  Terminal(const std::vector<std::string>& command, const std::vector<Variable>& environment);
  ~Terminal();
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  /// Types keys.
  void type(const std::string& keys) const;

  /// Waits until the program has written this text since the last text that was waited for.
  /// Colours and cursor movements are left out; a redrawn line counts as written again.
  /// \return false if it ends or a minute passes before that
  [[nodiscard]] bool shows(const std::string& text);

  /// What was written since the last text that was waited for.
  [[nodiscard]] std::string unread() const { return text_.substr(mark_); }
  /// All that was ever written, as it came.
  [[nodiscard]] const std::string& raw() const { return raw_; }

  /// Whether keys come one by one, unseen.
  [[nodiscard]] bool is_raw() const;
  /// Waits for the end of the program.
  /// \return its exit status, or 128 plus the signal that ended it
  int end();
  [[nodiscard]] pid_t program() const { return program_; }

 private:
  bool read_more(std::chrono::milliseconds patience);

  sandbox::Descriptor terminal_;
  pid_t program_ = -1;
  std::string raw_;
  std::string text_;
  std::size_t mark_ = 0;
};

}  // namespace gradus::session

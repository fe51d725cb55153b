#pragma once

#include <functional>
#include <string>
#include <sys/types.h>

#include "sandbox/descriptor.hpp"

namespace gradus::app {

/// A check that runs in a child of ours while we go on. It dies with us, whatever ends us.
class BackgroundCheck {
 public:
  /// Sends a whole text to the parent; each replaces the one before.
  using Send = std::function<void(const std::string&)>;

  /// \param work is done in the child, which ends with what it returns as its exit status
  explicit BackgroundCheck(const std::function<int(const Send&)>& work);
  /// Ends the child if it still runs.
  ~BackgroundCheck();
  BackgroundCheck(const BackgroundCheck&) = delete;
  BackgroundCheck& operator=(const BackgroundCheck&) = delete;

  /// Readable when the child has sent something or has ended.
  [[nodiscard]] int descriptor() const { return from_child_.get(); }
  /// Reads what was sent. Call it when the descriptor is readable.
  /// \return whether there is a new text
  bool receive();
  /// The last whole text.
  [[nodiscard]] const std::string& text() const { return text_; }
  /// Whether the child has sent all that it had to say.
  [[nodiscard]] bool has_ended() const { return ended_; }
  /// Waits for a child that has ended.
  /// \return whether it came to the end of its work
  [[nodiscard]] bool succeeded();

 private:
  pid_t child_ = -1;
  sandbox::Descriptor from_child_;
  std::string buffer_;
  std::string text_;
  bool ended_ = false;
};

}  // namespace gradus::app

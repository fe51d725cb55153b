#pragma once

#include <stdexcept>
#include <string>

namespace nn {

/// Two shapes that do not fit together. The message names the operation, both shapes and the rule.
class ShapeError : public std::invalid_argument {
 public:
  using std::invalid_argument::invalid_argument;
};

/// An entry, a column or a sample that does not exist. The message names what does exist.
class IndexError : public std::out_of_range {
 public:
  using std::out_of_range::out_of_range;
};

/// Thrown by todo(): this exercise has not been started.
class NotStarted : public std::logic_error {
 public:
  explicit NotStarted(std::string slug);

  /// Name of the exercise, for example `tp1.softmax`.
  [[nodiscard]] const std::string& slug() const { return slug_; }

 private:
  std::string slug_;
};

}  // namespace nn

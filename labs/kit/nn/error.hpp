#pragma once

#include <exception>
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
  /// \param slug name of the exercise
  explicit NotStarted(std::string slug);

  /// Name of the exercise, for example `tp1.softmax`.
  [[nodiscard]] const std::string& slug() const { return slug_; }

 private:
  std::string slug_;
};

/// Thrown by every data set that is asked for an image after Dataset::interrupt(): somebody pressed
/// Ctrl-C. It leaves your loop between two samples, so that the parameters keep what they have
/// learnt; do not catch it.
class Interrupted : public std::exception {
 public:
  /// What happened, in one sentence.
  [[nodiscard]] const char* what() const noexcept override {
    return "the training was stopped by hand.";
  }
};

}  // namespace nn

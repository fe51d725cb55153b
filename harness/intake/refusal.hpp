#pragma once

#include <stdexcept>

namespace gradus::intake {

/// Why one upload is not taken, as a sentence for the instructor. The others are not concerned.
class Refusal : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The intake as a whole cannot be done: something on the command line, or in a file named there.
class IntakeError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace gradus::intake

#pragma once

#include <stdexcept>

namespace gradus::marks {

/// Something that an instructor gave does not fit: a ledger, a platform's file, a run. Says what,
/// where, and what to do.
class MarksError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace gradus::marks

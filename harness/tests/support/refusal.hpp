#pragma once

#include <exception>
#include <string>

namespace gradus::test {

/// What a call says when it throws; empty if it does not.
template <typename Call>
std::string refusal(const Call& call) {
  try {
    call();
  } catch (const std::exception& e) {
    return e.what();
  }
  return {};
}

}  // namespace gradus::test

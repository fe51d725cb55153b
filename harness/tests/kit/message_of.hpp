#pragma once

#include <string>

/// What an exception of type Error says when `action` throws it; "" if nothing is thrown.
/// Exceptions of any other type pass through and fail the test.
template <class Error, class Action>
std::string message_of(Action action) {
  try {
    action();
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

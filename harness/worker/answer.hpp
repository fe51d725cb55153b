#pragma once

#include "protocol/message.hpp"

/// The untrusted side: what runs around a student's function. It converts, calls, and reports what
/// became of the call. It holds no expected value and decides nothing.
namespace gradus::worker {

/// Runs one story. Each exercise has its own definition, in bindings/: a worker is linked with
/// exactly one.
/// \throws whatever the student's code throws
[[nodiscard]] protocol::Reply tell(const protocol::Request& request);

/// As tell(), with every exception turned into a status. Results are followed by the inputs as they
/// are after the call.
[[nodiscard]] protocol::Reply answer(const protocol::Request& request);

}  // namespace gradus::worker

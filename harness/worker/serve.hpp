#pragma once

namespace gradus::worker {

/// Answers requests on descriptor 3 until the other end closes it.
/// \return the exit status of the program: 0 unless a request could not be read
int serve();

}  // namespace gradus::worker

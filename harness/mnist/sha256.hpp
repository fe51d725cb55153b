#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace gradus::mnist {

/// The SHA-256 of the bytes as 64 lower-case hexadecimal digits, as `sha256sum` prints it.
std::string sha256(std::span<const std::uint8_t> bytes);
std::string sha256(std::string_view text);

}  // namespace gradus::mnist

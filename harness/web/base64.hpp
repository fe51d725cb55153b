#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace gradus::web {

/// RFC 4648, section 4.
[[nodiscard]] std::string base64(std::span<const std::uint8_t> bytes);

}  // namespace gradus::web

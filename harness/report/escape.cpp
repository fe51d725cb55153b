#include "report/escape.hpp"

#include <array>
#include <cstdint>
#include <cstdio>

namespace gradus::report {
namespace {

struct Decoded {
  std::uint32_t code = 0;
  std::size_t length = 0;  ///< 0: not valid UTF-8
};

Decoded decode(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return {first, 1};
  const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || text.size() < length) return {};
  std::uint32_t code = first & (0x7fU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xc0U) != 0x80U) return {};
    code = (code << 6U) | (byte(i) & 0x3fU);
  }
  constexpr std::array<std::uint32_t, 5> kSmallest = {0, 0, 0x80, 0x800, 0x10000};
  if (code < kSmallest[length] || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return {};
  return {code, length};
}

/// Characters that change how others are shown: overrides of direction, and invisible ones.
bool is_treacherous(std::uint32_t code) {
  return (code >= 0x80 && code < 0xa0) || (code >= 0x200b && code <= 0x200f) ||
         (code >= 0x2028 && code <= 0x202e) || (code >= 0x2060 && code <= 0x206f) ||
         code == 0xfeff;
}

}  // namespace

std::string visible(std::string_view text, std::size_t most) {
  const std::size_t cut = text.size() > most ? text.size() - most : 0;
  text = text.substr(0, most);
  std::string shown;
  std::array<char, 16> escaped{};
  while (!text.empty()) {
    const Decoded c = decode(text);
    if (c.length == 0 || (c.code < 0x20 && c.code != '\n' && c.code != '\t') || c.code == 0x7f) {
      std::snprintf(escaped.data(), escaped.size(), "\\x%02x",
                    static_cast<unsigned>(static_cast<unsigned char>(text[0])));
      shown += escaped.data();
      text.remove_prefix(1);
    } else {
      if (is_treacherous(c.code)) {
        std::snprintf(escaped.data(), escaped.size(), "\\u%04x", static_cast<unsigned>(c.code));
        shown += escaped.data();
      } else {
        shown += text.substr(0, c.length);
      }
      text.remove_prefix(c.length);
    }
  }
  if (cut > 0) shown += "\n(" + std::to_string(cut) + " more bytes)";
  return shown;
}

}  // namespace gradus::report

#include "report/escape.hpp"

#include <algorithm>
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

struct Range {
  std::uint32_t first;
  std::uint32_t last;
};

/// Characters that change how others are shown: controls, overrides of direction, invisible ones.
constexpr std::array<Range, 11> kTreacherous = {{{0x80, 0x9f},
                                                 {0xad, 0xad},
                                                 {0x61c, 0x61c},
                                                 {0x180e, 0x180e},
                                                 {0x200b, 0x200f},
                                                 {0x2028, 0x202e},
                                                 {0x2060, 0x206f},
                                                 {0xfeff, 0xfeff},
                                                 {0xfff9, 0xfffb},
                                                 {0xfffe, 0xffff},  // Forbidden in XML.
                                                 {0xe0000, 0xe0fff}}};

bool is_treacherous(std::uint32_t code) {
  return std::any_of(kTreacherous.begin(), kTreacherous.end(),
                     [&](const Range& r) { return code >= r.first && code <= r.last; });
}

/// The longest start of a text that has at most that many bytes and ends between two characters.
std::string_view start_of(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  std::size_t end = most;
  // A character has at most three bytes after its first: more of them are no character.
  while (end > 0 && most - end < 3 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) {
    --end;
  }
  return text.substr(0, end);
}

std::string escaped(std::string_view text) {
  std::string shown;
  std::array<char, 16> code{};
  while (!text.empty()) {
    const Decoded c = decode(text);
    if (c.length == 0 || (c.code < 0x20 && c.code != '\n' && c.code != '\t') || c.code == 0x7f) {
      std::snprintf(code.data(), code.size(), "\\x%02x",
                    static_cast<unsigned>(static_cast<unsigned char>(text[0])));
      shown += code.data();
      text.remove_prefix(1);
    } else {
      if (is_treacherous(c.code)) {
        std::snprintf(code.data(), code.size(), "\\u%04x", static_cast<unsigned>(c.code));
        shown += code.data();
      } else {
        shown += text.substr(0, c.length);
      }
      text.remove_prefix(c.length);
    }
  }
  return shown;
}

constexpr std::string_view kCutNote = " more bytes)";

/// Whether a text is what visible() made of a longer one: a report that is read and written again
/// stays the same.
bool was_cut_before(std::string_view text, std::size_t most) {
  constexpr std::size_t kLongestEscape = 4;  // Of one byte: "\x1b".
  constexpr std::size_t kLongestNote = 40;
  return text.size() <= kLongestEscape * most + kLongestNote && text.ends_with(kCutNote) &&
         escaped(text) == text;
}

}  // namespace

std::string visible(std::string_view text, std::size_t most) {
  if (text.size() <= most || was_cut_before(text, most)) return escaped(text);
  const std::string_view kept = start_of(text, most);
  return escaped(kept) + "\n(" + std::to_string(text.size() - kept.size()) + std::string(kCutNote);
}

std::string shell_word(const std::string& word) {
  constexpr std::string_view kHarmless =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-+,:=@%";
  if (!word.empty() && word.find_first_not_of(kHarmless) == std::string::npos) return word;
  std::string quoted = "'";
  for (const char c : word) quoted += c == '\'' ? "'\\''" : std::string(1, c);
  return quoted + "'";
}

}  // namespace gradus::report

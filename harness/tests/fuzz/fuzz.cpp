#include "tests/fuzz/fuzz.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdio>
#include <cstdlib>
#include <sanitizer/allocator_interface.h>

namespace gradus::fuzz {
namespace {

// libFuzzer's own thread, which watches the memory, does not count.
thread_local bool counting = false;
thread_local std::size_t counted = 0;

void count(const volatile void* /*memory*/, std::size_t size) {
  if (counting) counted += size;
}

void ignore(const volatile void* /*memory*/) {}

constexpr std::uint32_t kIllFormed = 0xffffffff;

/// How a well-formed sequence may begin. Later bytes are all 80..bf.
struct Row {
  std::uint8_t first_low, first_high;
  std::uint8_t second_low, second_high;
  std::size_t length;
};
constexpr std::array<Row, 9> kWellFormed = {{{0x00, 0x7f, 0, 0, 1},
                                             {0xc2, 0xdf, 0x80, 0xbf, 2},
                                             {0xe0, 0xe0, 0xa0, 0xbf, 3},
                                             {0xe1, 0xec, 0x80, 0xbf, 3},
                                             {0xed, 0xed, 0x80, 0x9f, 3},
                                             {0xee, 0xef, 0x80, 0xbf, 3},
                                             {0xf0, 0xf0, 0x90, 0xbf, 4},
                                             {0xf1, 0xf3, 0x80, 0xbf, 4},
                                             {0xf4, 0xf4, 0x80, 0x8f, 4}}};

bool fits(const Row& row, Bytes bytes) {
  if (bytes[0] < row.first_low || bytes[0] > row.first_high || bytes.size() < row.length) {
    return false;
  }
  if (row.length > 1 && (bytes[1] < row.second_low || bytes[1] > row.second_high)) return false;
  for (std::size_t i = 2; i < row.length; ++i) {
    if (bytes[i] < 0x80 || bytes[i] > 0xbf) return false;
  }
  return true;
}

}  // namespace

void require(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

Bytes Input::take(std::size_t most) {
  const Bytes taken = bytes_.first(std::min(most, bytes_.size()));
  bytes_ = bytes_.subspan(taken.size());
  return taken;
}

std::uint8_t Input::byte() {
  const Bytes one = take(1);
  return one.empty() ? std::uint8_t{0} : one[0];
}

double Input::number() {
  std::uint64_t bits = 0;
  for (const std::uint8_t b : take(8)) bits = bits << 8 | b;
  return std::bit_cast<double>(bits);
}

std::string Input::text(bool long_one) {
  const Bytes taken = take(long_one ? word() : byte());
  return {taken.begin(), taken.end()};
}

Allocations::Allocations() {
  static const int installed = __sanitizer_install_malloc_and_free_hooks(&count, &ignore);
  require(installed != 0, "AddressSanitizer has room for one more hook");
  counted = 0;
  counting = true;
}

Allocations::~Allocations() { counting = false; }

std::size_t Allocations::bytes() const { return counted; }

std::vector<std::uint32_t> decode_utf8(const std::string& text) {
  std::vector<std::uint32_t> codes;
  Bytes bytes(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
  while (!bytes.empty()) {
    const auto row = std::find_if(kWellFormed.begin(), kWellFormed.end(),
                                  [&](const Row& r) { return fits(r, bytes); });
    if (row == kWellFormed.end()) return {kIllFormed};
    constexpr std::array<std::uint32_t, 5> kBitsOfFirst = {0, 0x7f, 0x1f, 0x0f, 0x07};
    std::uint32_t code = bytes[0] & kBitsOfFirst[row->length];
    for (std::size_t i = 1; i < row->length; ++i) code = code << 6 | (bytes[i] & 0x3fU);
    codes.push_back(code);
    bytes = bytes.subspan(row->length);
  }
  return codes;
}

void require_harmless(const std::string& text) {
  for (const std::uint32_t c : decode_utf8(text)) {
    require(c != kIllFormed, "what is shown is UTF-8");
    require(c >= 0x20 || c == '\n' || c == '\t', "no control character is shown");
    require(c < 0x7f || c > 0x9f, "no control character of the second kind is shown");
    const bool turns = c == 0x61c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) ||
                       (c >= 0x2066 && c <= 0x2069);
    require(!turns, "nothing shown turns the direction of writing");
    require(c != 0x200b && c != 0x2060 && c != 0xfeff && c != 0xad, "nothing shown is invisible");
    require(c < 0xe0000 || c > 0xe007f, "nothing shown is a tag");
  }
}

}  // namespace gradus::fuzz

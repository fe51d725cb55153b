// The same files, packed. Chance does not find a checksum, so some inputs get the right one.

#include "mnist/gzip.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <zlib.h>

#include "mnist/idx.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace gradus::fuzz {
namespace {

using mnist::IdxError;
using Content = std::vector<std::uint8_t>;

/// A vector that grows, and zlib's window and tables.
void require_modest(const Allocations& allocations, std::uint64_t most) {
  require(allocations.bytes() <= 6 * most + (std::size_t{128} << 10),
          "no more is allocated than the limit allows");
}

/// What gunzip() makes of the bytes; nothing if it refuses them as it should.
std::optional<Content> unpack(Bytes bytes, std::uint64_t most) {
  const Allocations allocations;
  try {
    Content content = mnist::gunzip(bytes, "fuzzed", most);
    require(content.size() <= most, "no more is unpacked than allowed");
    require_modest(allocations, most);
    return content;
  } catch (const IdxError& error) {
    require_modest(allocations, most);
    require(error.offset() <= bytes.size(), "a complaint is about a byte of the file or its end");
    require(std::string(error.what()).starts_with("fuzzed: byte "), "it names the file");
    require_harmless(error.what());
    return std::nullopt;
  }
}

void try_file(Bytes bytes, std::uint64_t most) {
  const auto content = unpack(bytes, most);
  if (!content) return;
  require(mnist::is_gzip(bytes), "only a gzip file can be unpacked");
  require(unpack(bytes, content->size()) == content, "a limit that just holds the content will do");
  require(content->empty() || !unpack(bytes, content->size() - 1), "one byte less will not");
  try {
    static_cast<void>(mnist::parse_images(*content, "fuzzed"));
  } catch (const IdxError&) {
  }
}

/// The content of a deflate stream and its length, by zlib alone; nothing if it is damaged or long.
std::optional<std::pair<Content, std::size_t>> inflate_raw(Bytes bytes, std::size_t most) {
  z_stream stream{};
  require(inflateInit2(&stream, -MAX_WBITS) == Z_OK, "zlib can begin");
  Content content(most + 1);
  stream.next_in = const_cast<std::uint8_t*>(bytes.data());
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = content.data();
  stream.avail_out = static_cast<uInt>(content.size());
  const int status = inflate(&stream, Z_FINISH);
  content.resize(stream.total_out);
  const std::size_t length = stream.total_in;
  inflateEnd(&stream);
  if (status != Z_STREAM_END || content.size() > most) return std::nullopt;
  return std::pair{std::move(content), length};
}

void append_word(Content& file, std::uint64_t value) {
  for (int shift = 0; shift < 32; shift += 8) {
    file.push_back(static_cast<std::uint8_t>(value >> shift & 0xff));
  }
}

/// A gzip file around a deflate stream of any making.
void try_stream(Bytes stream, std::uint64_t most) {
  const auto inflated = inflate_raw(stream, most);
  if (!inflated) return;
  const auto& [content, length] = *inflated;
  Content file = {0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3};
  file.insert(file.end(), stream.begin(), stream.begin() + static_cast<std::ptrdiff_t>(length));
  append_word(file, crc32(0, content.data(), static_cast<uInt>(content.size())));
  append_word(file, content.size());
  require(unpack(file, most) == content, "a right file is unpacked");

  Content twice = file;
  twice.insert(twice.end(), file.begin(), file.end());
  Content both = content;
  both.insert(both.end(), content.begin(), content.end());
  require(unpack(twice, 2 * most) == both, "two members are unpacked one after the other");

  file[file.size() - 5] ^= 1;
  require(!unpack(file, most), "a wrong checksum is refused");
  twice.pop_back();
  require(!unpack(twice, 2 * most), "a second member that is cut short is refused");
}

void try_round_trip(Bytes content) {
  const Content packed = mnist::gzip(content);
  const auto again = unpack(packed, content.size());
  require(again && std::equal(again->begin(), again->end(), content.begin(), content.end()),
          "what is packed can be unpacked");
}

}  // namespace

void try_input(Bytes bytes) {
  Input input(bytes);
  const int what = input.byte();
  const std::uint64_t most = 2 * std::uint64_t{input.word()};  // more than gunzip() does at once
  if (what % 3 == 0) {
    try_file(input.rest(), most);
  } else if (what % 3 == 1) {
    try_stream(input.rest(), most);
  } else {
    try_round_trip(input.rest());
  }
}

std::vector<std::string> seeds() {
  using namespace std::string_literals;
  const auto content = mnist::to_idx(mnist::Images{9, 3, 2, std::vector<std::uint8_t>(54, 7)});
  const auto packed = mnist::gzip(content);
  const std::string file(packed.begin(), packed.end());
  constexpr std::size_t kHead = 10;
  constexpr std::size_t kTail = 8;
  const std::string stream = file.substr(kHead, file.size() - kHead - kTail);
  const std::string zeros = "\1\xff\xff\xed\xc1\1\r\0\0\0\xc2\xa0\xf7Om\x0e7\xa0\0\0\0\0\0\0\0"s;
  return {
      "\0\0\x10"s + file,
      "\0\0\x10"s + file + file,
      "\0\0\x10"s + std::string("\x1f\x8b\x08\x1f\0\0\0\0\0\3\2\0xx"s) + "name\0note\0"s + stream,
      "\1\0\x10"s + stream,
      "\1\0\x10\1\3\0\xfc\xff"s + "abc",  // stored, not packed
      zeros,
      "\2\0\x10"s + std::string(content.begin(), content.end())};
}

}  // namespace gradus::fuzz

#include "protocol/message.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <stdexcept>

namespace gradus::protocol {
namespace {

static_assert(std::endian::native == std::endian::little, "the wire format is little-endian");
static_assert(sizeof(double) == 8);

constexpr std::uint32_t kMagic = 0x31445247;  // "GRD1"
constexpr std::size_t kShapeSize = 16;
constexpr std::uint64_t kMaxExtent = 1U << 31;

template <class T>
void put(std::byte*& to, const T& value) {
  std::memcpy(to, &value, sizeof value);
  to += sizeof value;
}

template <class T>
T get(const std::byte* from) {
  T value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

/// Header and arrays.
std::vector<std::byte> encode(std::uint16_t code, std::uint64_t nonce,
                              std::span<const Array> arrays, std::size_t blob_bytes) {
  std::vector<Shape> shapes;
  for (const Array& a : arrays) {
    if (a.shape.size() != a.size()) throw std::logic_error("an array is not of its own shape");
    shapes.push_back(a.shape);
  }
  const Header header{code, static_cast<std::uint16_t>(arrays.size()), nonce, encoded_size(shapes),
                      blob_bytes};

  std::vector<std::byte> message(kHeaderSize + header.array_bytes);
  const auto head = header.encode();
  std::byte* to = std::copy(head.begin(), head.end(), message.data());
  for (const Array& a : arrays) {
    put(to, static_cast<std::uint64_t>(a.rows()));
    put(to, static_cast<std::uint64_t>(a.cols()));
    to = std::copy_n(std::as_bytes(std::span(a.values)).data(), a.values.size() * sizeof(double),
                     to);
  }
  return message;
}

}  // namespace

std::array<std::byte, kHeaderSize> Header::encode() const {
  std::array<std::byte, kHeaderSize> bytes{};
  std::byte* to = bytes.data();
  put(to, kMagic);
  put(to, code);
  put(to, count);
  put(to, nonce);
  put(to, array_bytes);
  put(to, blob_bytes);
  return bytes;
}

std::optional<Header> Header::decode(std::span<const std::byte, kHeaderSize> bytes) {
  const std::byte* from = bytes.data();
  if (get<std::uint32_t>(from) != kMagic) return std::nullopt;
  return Header{get<std::uint16_t>(from + 4), get<std::uint16_t>(from + 6),
                get<std::uint64_t>(from + 8), get<std::uint64_t>(from + 16),
                get<std::uint64_t>(from + 24)};
}

std::vector<std::byte> encode_head(const Request& request, std::uint64_t nonce) {
  return encode(static_cast<std::uint16_t>(request.operation), nonce, request.arrays,
                request.blob.size());
}

std::vector<std::byte> encode(const Reply& reply, std::uint64_t nonce) {
  const std::string text = reply.text.substr(0, kMaxText);
  auto message = encode(static_cast<std::uint16_t>(reply.status), nonce, reply.arrays, text.size());
  const auto blob = std::as_bytes(std::span(text));
  message.insert(message.end(), blob.begin(), blob.end());
  return message;
}

std::uint64_t encoded_size(std::span<const Shape> shapes) {
  std::uint64_t bytes = 0;
  for (const Shape& s : shapes) {
    bytes += kShapeSize + static_cast<std::uint64_t>(s.size()) * sizeof(double);
  }
  return bytes;
}

std::optional<std::vector<Array>> decode_arrays(std::span<const std::byte> bytes,
                                                std::size_t count) {
  std::vector<Array> arrays;
  for (std::size_t i = 0; i < count; ++i) {
    if (bytes.size() < kShapeSize) return std::nullopt;
    const auto rows = get<std::uint64_t>(bytes.data());
    const auto cols = get<std::uint64_t>(bytes.data() + 8);
    bytes = bytes.subspan(kShapeSize);

    // Compared by division: the product of two hostile numbers may overflow to something harmless.
    if (rows > kMaxExtent || cols > kMaxExtent) return std::nullopt;
    if (cols != 0 && rows > bytes.size() / sizeof(double) / cols) return std::nullopt;

    Array a;
    a.shape = {static_cast<Index>(rows), static_cast<Index>(cols)};
    a.values.resize(rows * cols);
    const auto content = bytes.first(rows * cols * sizeof(double));
    std::copy(content.begin(), content.end(), std::as_writable_bytes(std::span(a.values)).begin());
    bytes = bytes.subspan(content.size());
    arrays.push_back(std::move(a));
  }
  if (!bytes.empty()) return std::nullopt;
  return arrays;
}

}  // namespace gradus::protocol

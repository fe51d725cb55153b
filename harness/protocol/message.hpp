#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "protocol/array.hpp"
#include "protocol/operation.hpp"

/// The wire between the trusted program and a worker: a header of 32 bytes, then raw little-endian
/// arrays. There is no recursion and no text to parse, so hostile bytes have nothing to work with.
namespace gradus::protocol {

/// What became of a request, as the worker says. It decides nothing on its own: only arrays that
/// hold the right numbers earn points.
enum class Status : std::uint16_t { kValue, kException, kNotStarted, kOutOfMemory };

struct Request {
  Operation operation{};
  std::vector<Array> arrays;
  std::vector<std::uint8_t> blob;  ///< pixels of a whole data set, one byte each
};

struct Reply {
  Status status = Status::kValue;
  std::vector<Array> arrays;  ///< results, then the inputs as they are after the call
  std::string text;           ///< what an exception said, or names; at most kMaxText bytes
};

inline constexpr std::size_t kMaxText = 1024;
inline constexpr std::size_t kHeaderSize = 32;

/// The fixed start of every message.
struct Header {
  std::uint16_t code = 0;   ///< Operation or Status
  std::uint16_t count = 0;  ///< number of arrays
  std::uint64_t nonce = 0;  ///< drawn by the parent for each request; a reply must repeat it
  std::uint64_t array_bytes = 0;
  std::uint64_t blob_bytes = 0;

  [[nodiscard]] std::array<std::byte, kHeaderSize> encode() const;
  /// \return nothing if the bytes do not begin with the magic number
  [[nodiscard]] static std::optional<Header> decode(std::span<const std::byte, kHeaderSize> bytes);
};

/// What comes before the blob of the request: it is large, and it is its own encoding.
/// \throws std::logic_error if an array does not hold as many values as its shape says
[[nodiscard]] std::vector<std::byte> encode_head(const Request& request, std::uint64_t nonce);
/// As above; text beyond kMaxText is cut.
[[nodiscard]] std::vector<std::byte> encode(const Reply& reply, std::uint64_t nonce);

/// Bytes that arrays of these shapes take on the wire.
[[nodiscard]] std::uint64_t encoded_size(std::span<const Shape> shapes);

/// Reads `count` arrays that fill `bytes` exactly.
///
/// Allocates only what `bytes` really holds, whatever the shapes in it claim.
/// \return nothing if the bytes are anything else
[[nodiscard]] std::optional<std::vector<Array>> decode_arrays(std::span<const std::byte> bytes,
                                                              std::size_t count);

}  // namespace gradus::protocol

#pragma once

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <unistd.h>
#include <vector>

/// The wire, as a student's process could speak it: written anew here, so that these programs can
/// break every rule.
namespace hostile {

inline constexpr int kChannel = 3;
inline constexpr std::uint32_t kMagic = 0x31445247;

struct Header {
  std::uint32_t magic = kMagic;
  std::uint16_t code = 0;
  std::uint16_t count = 1;
  std::uint64_t nonce = 0;
  std::uint64_t array_bytes = 24;
  std::uint64_t blob_bytes = 0;
};
static_assert(sizeof(Header) == 32);

/// One array of one number.
struct Payload {
  std::uint64_t rows = 1;
  std::uint64_t cols = 1;
  double value = 1.0;
};
static_assert(sizeof(Payload) == 24);

inline void read_all(void* to, std::size_t n) {
  auto* at = static_cast<char*>(to);
  while (n > 0) {
    const ssize_t got = ::read(kChannel, at, n);
    if (got <= 0) std::_Exit(0);  // The grader has hung up.
    at += got;
    n -= static_cast<std::size_t>(got);
  }
}

inline void write_all(const void* from, std::size_t n) {
  const auto* at = static_cast<const char*>(from);
  while (n > 0) {
    const ssize_t put = ::write(kChannel, at, n);
    if (put <= 0) std::_Exit(0);
    at += put;
    n -= static_cast<std::size_t>(put);
  }
}

struct Request {
  Header header;
  double number = 0.0;  ///< the last number of its arrays: says what to do
};

inline Request read_request() {
  Request request;
  read_all(&request.header, sizeof request.header);
  std::vector<char> payload(request.header.array_bytes + request.header.blob_bytes);
  read_all(payload.data(), payload.size());
  const std::size_t end = request.header.array_bytes;
  if (end >= sizeof(double)) {
    std::memcpy(&request.number, payload.data() + end - sizeof(double), sizeof(double));
  }
  return request;
}

inline void send(const Header& header, const Payload& payload) {
  write_all(&header, sizeof header);
  write_all(&payload, sizeof payload);
}

/// As an honest worker would: the number 1.
inline void answer(const Request& request) {
  Header header;
  header.nonce = request.header.nonce;
  send(header, {});
}

}  // namespace hostile

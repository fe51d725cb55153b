#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "protocol/message.hpp"
#include "sandbox/subject.hpp"

namespace gradus::sandbox {

/// Reads one reply from its bytes as they come in, which a student's program may have made up.
///
/// Allocates what the header announces, once that is known to lie within the bounds. A reply that
/// cannot be used is no exception here, but a complaint that goes on from "the reply cannot be
/// used: ".
class ReplyReader {
 public:
  /// \param nonce that the reply must repeat
  ReplyReader(std::uint64_t nonce, const ReplyBounds& bounds)
      : nonce_(nonce), bounds_(bounds), bytes_(protocol::kHeaderSize) {}

  /// Where the next bytes belong; empty if no more are expected.
  [[nodiscard]] std::span<std::byte> room() { return std::span(bytes_).subspan(received_); }
  /// The first `n` bytes of room() have been filled.
  void filled(std::size_t n);

  /// The last byte has come. More would be too many.
  [[nodiscard]] bool complete() const { return header_ && received_ == bytes_.size(); }
  /// What is wrong with the bytes so far; nothing must be asked for after that.
  [[nodiscard]] const std::string& complaint() const { return complaint_; }

  /// The reply, when it is complete.
  /// \return nothing if there is a complaint about what it holds
  [[nodiscard]] std::optional<protocol::Reply> reply();

 private:
  void read_header();

  std::uint64_t nonce_;
  ReplyBounds bounds_;
  std::vector<std::byte> bytes_;
  std::size_t received_ = 0;
  std::optional<protocol::Header> header_;
  std::string complaint_;
};

}  // namespace gradus::sandbox

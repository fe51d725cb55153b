// A student's process answers with whatever it likes.

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

#include "protocol/message.hpp"
#include "sandbox/reply_reader.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace gradus::fuzz {
namespace {

using protocol::Reply;
using sandbox::ReplyBounds;
using sandbox::ReplyReader;

constexpr std::uint64_t kNonce = 0x0123456789abcdef;

/// What came of some bytes: a reply, a complaint, or neither if more bytes are missing.
struct Outcome {
  std::optional<Reply> reply;
  std::string complaint;
  std::size_t consumed = 0;
};

/// Hands the bytes over as a socket may: `most` at a time.
Outcome read(std::span<const std::byte> bytes, const ReplyBounds& bounds, std::size_t most) {
  ReplyReader reader(kNonce, bounds);
  Outcome outcome;
  while (reader.complaint().empty() && !reader.complete() && outcome.consumed < bytes.size()) {
    const auto room = reader.room();
    require(!room.empty(), "there is room until the reply is complete");
    const std::size_t n = std::min({room.size(), most, bytes.size() - outcome.consumed});
    std::memcpy(room.data(), bytes.data() + outcome.consumed, n);
    reader.filled(n);
    outcome.consumed += n;
  }
  if (reader.complete()) outcome.reply = reader.reply();
  outcome.complaint = reader.complaint();
  return outcome;
}

void require_within(const Reply& reply, const ReplyBounds& bounds) {
  require(reply.status <= protocol::Status::kOutOfMemory, "the status is known");
  require(reply.arrays.size() <= bounds.arrays, "there are no more arrays than asked for");
  require(reply.text.size() <= protocol::kMaxText, "the text is short");
  std::vector<Shape> shapes;
  for (const Array& a : reply.arrays) {
    require(a.rows() >= 0 && a.cols() >= 0 && a.shape.size() == a.size(),
            "an array holds what its shape says");
    shapes.push_back(a.shape);
  }
  require(protocol::encoded_size(shapes) <= bounds.bytes, "there are no more bytes than asked for");
}

void try_stream(std::span<const std::byte> bytes, const ReplyBounds& bounds, std::size_t most) {
  Outcome outcome;
  {
    const Allocations allocations;
    outcome = read(bytes, bounds, most);
    // The message and the arrays in it, twice as a vector that grows.
    const std::size_t few = protocol::kHeaderSize + 2 * protocol::kMaxText + 512;
    require(allocations.bytes() <= few + 2 * bounds.bytes + 3 * bounds.arrays * sizeof(Array),
            "no more is allocated than the bounds allow");
  }
  const Outcome at_once = read(bytes, bounds, bytes.size());
  require(outcome.complaint == at_once.complaint && outcome.consumed == at_once.consumed &&
              outcome.reply.has_value() == at_once.reply.has_value(),
          "it does not matter in which pieces a reply comes");
  if (!outcome.reply) return;
  require(outcome.complaint.empty(), "there is a reply or a complaint, not both");
  require_within(*outcome.reply, bounds);
  const auto again = protocol::encode(*outcome.reply, kNonce);
  require(std::equal(again.begin(), again.end(), bytes.begin(),
                     bytes.begin() + static_cast<std::ptrdiff_t>(outcome.consumed)),
          "a reply that was read is the one that these bytes encode");
}

void try_any_stream(Input input) {
  const std::size_t n_arrays = input.byte();
  const std::uint64_t n_bytes = input.word();
  const std::size_t most = 1 + std::size_t{input.byte()};
  try_stream(std::as_bytes(input.rest()), {n_arrays, n_bytes}, most);
}

/// Small numbers, and edges of what fits, which chance would not find. The product of some, or
/// eight times that, is 0 in 64 bits.
std::uint64_t invent_extent(Input& input) {
  constexpr auto kTwoTo = [](int n) { return std::uint64_t{1} << n; };
  constexpr std::array<std::uint64_t, 16> kExtents = {0,
                                                      1,
                                                      2,
                                                      3,
                                                      4,
                                                      7,
                                                      8,
                                                      kTwoTo(16),
                                                      kTwoTo(30),
                                                      kTwoTo(31),
                                                      kTwoTo(31) + 1,
                                                      kTwoTo(32),
                                                      kTwoTo(60),
                                                      kTwoTo(61),
                                                      kTwoTo(63),
                                                      ~std::uint64_t{0}};
  return kExtents.at(input.byte() % kExtents.size());
}

/// A reply that is right in all but the sizes that its arrays claim.
void try_claims(Input input) {
  std::vector<std::uint64_t> payload;
  const auto count = static_cast<std::uint16_t>(input.byte() % 4);
  for (int i = 0; i < count; ++i) {
    payload.push_back(invent_extent(input));
    payload.push_back(invent_extent(input));
    payload.resize(payload.size() + input.byte() % 16);
  }
  const auto arrays = std::as_bytes(std::span(payload));
  const auto head = protocol::Header{0, count, kNonce, arrays.size(), 0}.encode();
  std::vector<std::byte> message(head.begin(), head.end());
  message.insert(message.end(), arrays.begin(), arrays.end());
  try_stream(message, {count, arrays.size()}, message.size());
}

Reply invent(Input& input) {
  Reply reply;
  reply.status = static_cast<protocol::Status>(input.byte() % 4);
  for (int n = input.byte() % 5; n > 0; --n) {
    Array a({input.byte() % 8, input.byte() % 8});
    for (double& x : a.values) x = input.number();
    reply.arrays.push_back(std::move(a));
  }
  reply.text = input.rest_text().substr(0, protocol::kMaxText);
  return reply;
}

void try_round_trip(Input input) {
  const std::size_t most = 1 + std::size_t{input.byte()};
  const Reply reply = invent(input);
  std::vector<Shape> shapes;
  for (const Array& a : reply.arrays) shapes.push_back(a.shape);
  const auto message = protocol::encode(reply, kNonce);
  const Outcome outcome =
      read(message, {reply.arrays.size(), protocol::encoded_size(shapes)}, most);
  require(outcome.reply.has_value() && outcome.consumed == message.size(),
          "what is encoded can be read, within bounds that just hold it");
  // Not by ==, to which NaN is no NaN.
  require(protocol::encode(*outcome.reply, kNonce) == message, "what is read is what was encoded");
}

std::string stream_of(const Reply& reply, const std::string& bounds) {
  const auto message = protocol::encode(reply, kNonce);
  return bounds + std::string(reinterpret_cast<const char*>(message.data()), message.size());
}

}  // namespace

void try_input(Bytes bytes) {
  Input input(bytes);
  const int what = input.byte() % 3;
  if (what == 0) {
    try_any_stream(input);
  } else if (what == 1) {
    try_round_trip(input);
  } else {
    try_claims(input);
  }
}

std::vector<std::string> seeds() {
  using protocol::Status;
  using namespace std::string_literals;
  const std::string wide = "\0\xff\xff\xff\x07"s;
  return {stream_of({Status::kValue, {column({1.0, -2.5, 1e300}), scalar(0.0)}, {}}, wide),
          stream_of({Status::kValue, {Array({0, 0}), Array({0, 4}), Array({3, 2})}, {}}, wide),
          stream_of({Status::kException, {}, "Softmax of nothing"}, wide),
          stream_of({Status::kNotStarted, {}, {}}, wide),
          stream_of({Status::kValue, {column({1.0, 2.0})}, {}}, "\0\1\x20\0\xff"s),
          stream_of({Status::kValue, {column({1.0, 2.0})}, {}}, "\0\1\x1f\0\xff"s),
          "\2\2\3\2\6\0\5\0"s,
          "\1\x10\0\3\1\2\2\1\0\0"s + std::string(64, '?')};
}

}  // namespace gradus::fuzz

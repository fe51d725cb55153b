#include "protocol/message.hpp"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <cstring>
#include <gtest/gtest.h>
#include <limits>
#include <new>
#include <stdexcept>
#include <utility>

#include "protocol/random.hpp"

// Every allocation of this program is counted, given back or not: hostile sizes must not be
// believed.
namespace {
std::size_t allocated = 0;
}  // namespace

void* operator new(std::size_t size) {
  allocated += size;
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
// Not inline: g++ would see a pointer from `new` go to free() and warn.
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace gradus::protocol {
namespace {

using Bytes = std::vector<std::byte>;

Header header_of(const Bytes& message) {
  return Header::decode(std::span(message).first<kHeaderSize>()).value();
}

std::span<const std::byte> payload_of(const Bytes& message) {
  return std::span(message).subspan(kHeaderSize);
}

/// What goes over the wire.
Bytes encode(const Request& request, std::uint64_t nonce) {
  Bytes message = encode_head(request, nonce);
  const auto blob = std::as_bytes(std::span(request.blob));
  message.insert(message.end(), blob.begin(), blob.end());
  return message;
}

Array random_array(Random& random, Shape shape) {
  Array a(shape);
  for (double& x : a.values) x = random.normal();
  return a;
}

/// The wire form of an array that claims a shape, followed by so many doubles.
Bytes claim(std::uint64_t rows, std::uint64_t cols, std::size_t doubles) {
  Bytes bytes(16 + 8 * doubles);
  std::memcpy(bytes.data(), &rows, 8);
  std::memcpy(bytes.data() + 8, &cols, 8);
  return bytes;
}

TEST(Message, ARequestComesBackAsItWas) {
  Random random(1);
  const Request request{Operation::kTp1BackwardAffine,
                        {random_array(random, {3, 2}), column({1.0, 2.0}), scalar(-7.5)},
                        {0, 127, 255}};
  const Bytes message = encode(request, 42);
  const Header header = header_of(message);
  EXPECT_EQ(header.code, static_cast<std::uint16_t>(Operation::kTp1BackwardAffine));
  EXPECT_EQ(header.count, 3);
  EXPECT_EQ(header.nonce, 42U);
  EXPECT_EQ(header.blob_bytes, 3U);
  ASSERT_EQ(message.size(), kHeaderSize + header.array_bytes + header.blob_bytes);
  EXPECT_EQ(decode_arrays(payload_of(message).first(header.array_bytes), 3), request.arrays);
  EXPECT_EQ(message.back(), std::byte{255});
}

TEST(Message, ValuesTravelBitByBit) {
  const double payload_nan = std::bit_cast<double>(0x7ff8dead0000beefULL);
  const Array odd = column({-0.0, payload_nan, std::numeric_limits<double>::denorm_min(),
                            -std::numeric_limits<double>::infinity(), 1e308});
  const Bytes message = encode(Reply{Status::kValue, {odd}, {}}, 1);
  const auto arrays = decode_arrays(payload_of(message), 1);
  ASSERT_TRUE(arrays.has_value());
  ASSERT_EQ(arrays->front().size(), odd.size());
  EXPECT_EQ(std::memcmp(arrays->front().values.data(), odd.values.data(), 5 * sizeof(double)), 0);
}

TEST(Message, AnAbsentGradientTravelsAsAnEmptyArray) {
  const Reply reply{Status::kValue, {Array({0, 0}), Array({0, 4}), Array({4, 0}), scalar(1.0)}, {}};
  const Bytes message = encode(reply, 1);
  EXPECT_EQ(decode_arrays(payload_of(message), 4), reply.arrays);
}

TEST(Message, TheHeaderHasTheLayoutThatIsDocumented) {
  const Bytes message =
      encode(Request{Operation::kTp1Softmax, {scalar(1.0)}, {9}}, 0x1122334455667788);
  const auto byte = [&](std::size_t i) { return std::to_integer<int>(message[i]); };
  EXPECT_EQ(kHeaderSize, 32U);
  EXPECT_EQ(std::memcmp(message.data(), "GRD1", 4), 0);
  EXPECT_EQ(byte(4) + 256 * byte(5), 0x101) << "operation, little-endian";
  EXPECT_EQ(byte(6) + 256 * byte(7), 1) << "number of arrays";
  EXPECT_EQ(byte(8), 0x88) << "nonce, little-endian";
  EXPECT_EQ(byte(15), 0x11);
  EXPECT_EQ(byte(16), 24) << "bytes of arrays: 16 of shape and 8 a number";
  EXPECT_EQ(byte(24), 1) << "bytes of the blob";
}

TEST(Message, EncodedSizeIsWhatEncodeWrites) {
  const std::vector<Shape> shapes = {{0, 0}, {1, 1}, {784, 10}, {3, 0}};
  std::vector<Array> arrays;
  for (const Shape& s : shapes) arrays.emplace_back(s);
  const Bytes message = encode(Reply{Status::kValue, arrays, {}}, 0);
  EXPECT_EQ(encoded_size(shapes), message.size() - kHeaderSize);
}

TEST(Message, TextIsCutAtItsLimit) {
  const Bytes message = encode(Reply{Status::kException, {}, std::string(5000, 'x')}, 0);
  EXPECT_EQ(header_of(message).blob_bytes, kMaxText);
  EXPECT_EQ(message.size(), kHeaderSize + kMaxText);
}

TEST(Message, AnArrayThatIsNotOfItsOwnShapeIsNotSent) {
  Array lie = column({1.0, 2.0, 3.0});
  lie.shape = {1, 1};
  EXPECT_THROW(static_cast<void>(encode(Request{Operation::kTp1Softmax, {lie}, {}}, 0)),
               std::logic_error);
}

TEST(Header, OtherMagicIsNoHeader) {
  Bytes message = encode(Reply{}, 0);
  message[3] = std::byte{'2'};
  EXPECT_FALSE(Header::decode(std::span(message).first<kHeaderSize>()).has_value());
}

TEST(DecodeArrays, EveryTruncationIsRefused) {
  Random random(2);
  const Bytes message = encode(
      Reply{Status::kValue, {random_array(random, {2, 3}), scalar(1.0), Array({0, 0})}, {}}, 0);
  const auto payload = payload_of(message);
  ASSERT_TRUE(decode_arrays(payload, 3).has_value());
  for (std::size_t n = 0; n < payload.size(); ++n) {
    EXPECT_FALSE(decode_arrays(payload.first(n), 3).has_value()) << n << " bytes";
  }
}

TEST(DecodeArrays, SurplusBytesAreRefused) {
  Bytes bytes = claim(2, 2, 4);
  EXPECT_TRUE(decode_arrays(bytes, 1).has_value());
  bytes.push_back(std::byte{0});
  EXPECT_FALSE(decode_arrays(bytes, 1).has_value());
}

TEST(DecodeArrays, AnotherNumberOfArraysIsRefused) {
  const Bytes bytes = claim(2, 2, 4);
  EXPECT_FALSE(decode_arrays(bytes, 0).has_value());
  EXPECT_FALSE(decode_arrays(bytes, 2).has_value());
  EXPECT_TRUE(decode_arrays({}, 0).has_value());
}

TEST(DecodeArrays, ShapesWhoseProductOverflowsAreRefused) {
  constexpr std::uint64_t kHuge = std::uint64_t{1} << 63;
  constexpr std::uint64_t kMax = std::numeric_limits<std::uint64_t>::max();
  for (const auto& [rows, cols] : std::vector<std::pair<std::uint64_t, std::uint64_t>>{
           {kHuge, 2},                                        // the product is 0
           {std::uint64_t{1} << 32, std::uint64_t{1} << 32},  // 0 again
           {std::uint64_t{1} << 61, 8},                       // 8 times the product is 0
           {std::uint64_t{1} << 31, std::uint64_t{1} << 31},
           {kMax, kMax},  // 1
           {kMax, 1},
           {1, kMax},
           {0, kMax},
           {kMax, 0},
           {(std::uint64_t{1} << 62) + 1, 4}}) {  // 4
    for (const std::size_t doubles : {0U, 1U, 4U}) {
      EXPECT_FALSE(decode_arrays(claim(rows, cols, doubles), 1).has_value())
          << rows << " x " << cols << " with " << doubles << " numbers";
    }
  }
}

TEST(DecodeArrays, ALargeClaimAllocatesNothing) {
  const Bytes bytes = claim(30'000, 30'000, 4);
  const std::size_t before = allocated;
  EXPECT_FALSE(decode_arrays(bytes, 1).has_value());
  EXPECT_LT(allocated - before, 4096U);
}

TEST(DecodeArrays, ManyEmptyArraysTakeMemoryInProportionToTheirBytes) {
  const Bytes bytes(std::size_t{16} * 65535);
  const std::size_t before = allocated;
  const auto arrays = decode_arrays(bytes, 65535);
  ASSERT_TRUE(arrays.has_value());
  EXPECT_EQ(arrays->size(), 65535U);
  EXPECT_LT(allocated - before, 10 * bytes.size());
}

/// A valid payload with some bytes changed, removed or added.
Bytes mutate(Random& random, Bytes bytes) {
  const auto position = [&] {
    return static_cast<std::size_t>(random.below(static_cast<Index>(bytes.size())));
  };
  for (Index edits = random.between(1, 4); edits > 0; --edits) {
    const Index kind = bytes.empty() ? 3 : random.below(5);
    if (kind == 0) {
      bytes[position()] = static_cast<std::byte>(random.below(256));
    } else if (kind == 1) {
      bytes[position()] ^= static_cast<std::byte>(1 << random.below(8));
    } else if (kind == 2) {
      bytes.resize(position());
    } else if (kind == 3) {
      bytes.resize(bytes.size() + static_cast<std::size_t>(random.between(1, 40)));
    } else if (bytes.size() >= 8) {
      // Sizes at the edges of what fits, where a shape may stand.
      const std::uint64_t edge = (std::uint64_t{1} << random.below(64)) - (random() & 1);
      const std::size_t at = position() / 8 * 8;
      std::memcpy(bytes.data() + std::min(at, bytes.size() - 8), &edge, 8);
    }
  }
  return bytes;
}

TEST(DecodeArrays, NoMutationCrashesOrTakesMoreMemoryThanTheBytesThere) {
  Random random(3);
  int accepted = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::vector<Array> arrays;
    for (Index n = random.below(4); n > 0; --n) {
      arrays.push_back(random_array(random, {random.below(5), random.below(5)}));
    }
    const Bytes message = encode(Reply{Status::kValue, arrays, {}}, 0);
    const auto payload = payload_of(message);
    const Bytes hostile = mutate(random, {payload.begin(), payload.end()});

    const std::size_t before = allocated;
    const auto decoded = decode_arrays(hostile, arrays.size());
    ASSERT_LE(allocated - before, 10 * hostile.size() + 1024);
    if (!decoded) continue;
    ++accepted;
    ASSERT_EQ(decoded->size(), arrays.size());
    for (const Array& a : *decoded) ASSERT_EQ(a.shape.size(), a.size());
  }
  EXPECT_GT(accepted, 100) << "most changes of a number leave a valid message";
  EXPECT_LT(accepted, 15'000) << "most changes of a size do not";
}

TEST(DecodeArrays, RandomBytesNeverCrash) {
  Random random(4);
  for (int i = 0; i < 20'000; ++i) {
    Bytes bytes(static_cast<std::size_t>(random.below(200)));
    for (std::byte& b : bytes) b = static_cast<std::byte>(random.below(256));
    static_cast<void>(decode_arrays(bytes, static_cast<std::size_t>(random.below(70'000))));
    bytes.resize(kHeaderSize);
    static_cast<void>(Header::decode(std::span(std::as_const(bytes)).first<kHeaderSize>()));
  }
}

}  // namespace
}  // namespace gradus::protocol

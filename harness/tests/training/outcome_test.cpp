#include "training/outcome.hpp"

#include <cstring>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "protocol/message.hpp"
#include "tests/training/samples.hpp"

namespace gradus::training {
namespace {

constexpr Expected kExpected = {10, 10, 10};

/// The arrays that the sample is sent as, to be spoilt one by one.
protocol::Reply sample_reply() {
  const auto bytes = encode(sample_outcome());
  const auto message = std::span(bytes);
  const auto header = protocol::Header::decode(message.first<protocol::kHeaderSize>()).value();
  protocol::Reply reply;
  reply.arrays = protocol::decode_arrays(message.subspan(protocol::kHeaderSize, header.array_bytes),
                                         header.count)
                     .value();
  return reply;
}

void expect_refused(const protocol::Reply& reply) {
  EXPECT_THROW(static_cast<void>(decode_outcome(protocol::encode(reply, 0), kExpected)),
               OutcomeError);
}

TEST(Outcome, IsWhatWasWritten) {
  Outcome outcome = sample_outcome();
  outcome.ending = Ending::kException;
  outcome.last_epoch = 4;
  outcome.message = "SGD: W0 is not finite";
  outcome.epochs[1].dev_loss.reset();
  outcome.test_logits = Array();
  EXPECT_EQ(decode_outcome(encode(outcome), kExpected), outcome);
}

TEST(Outcome, ANanThatIsKnownIsNotUnknown) {
  Outcome outcome = sample_outcome();
  outcome.epochs[0].dev_loss = kNan;
  outcome.epochs[1].dev_loss.reset();
  const Outcome read = decode_outcome(encode(outcome), kExpected);
  ASSERT_TRUE(read.epochs[0].dev_loss.has_value());
  EXPECT_TRUE(std::isnan(*read.epochs[0].dev_loss));
  EXPECT_FALSE(read.epochs[1].dev_loss.has_value());
}

TEST(Outcome, EveryShorterOneIsRefused) {
  const auto bytes = encode(sample_outcome());
  for (std::size_t n = 0; n < bytes.size(); n += n < 200 ? 1 : 997) {
    EXPECT_THROW(static_cast<void>(decode_outcome(std::span(bytes).first(n), kExpected)),
                 OutcomeError)
        << n;
  }
}

TEST(Outcome, ALongerOneIsRefused) {
  auto bytes = encode(sample_outcome());
  bytes.push_back(std::byte{0});
  EXPECT_THROW(static_cast<void>(decode_outcome(bytes, kExpected)), OutcomeError);
}

TEST(Outcome, LengthsThatOverflowAreRefused) {
  for (const std::size_t position : {std::size_t{16}, std::size_t{24}}) {
    auto bytes = encode(sample_outcome());
    const std::uint64_t huge = ~std::uint64_t{0};
    std::memcpy(bytes.data() + position, &huge, sizeof huge);
    EXPECT_THROW(static_cast<void>(decode_outcome(bytes, kExpected)), OutcomeError);
  }
}

TEST(Outcome, LogitsOfAnotherShapeAreRefused) {
  for (const std::size_t which : {2U, 3U}) {
    for (const Shape shape : {Shape{10, 9}, Shape{9, 10}, Shape{1, 100}}) {
      protocol::Reply reply = sample_reply();
      reply.arrays[which] = Array(shape);
      expect_refused(reply);
    }
  }
}

TEST(Outcome, AnEndingThatIsNoneIsRefused) {
  for (const double ending : {-1.0, 3.0, 0.5, kNan, kInfinite, 1e300}) {
    protocol::Reply reply = sample_reply();
    reply.arrays[0][0] = ending;
    expect_refused(reply);
  }
  for (const double epoch : {-1.0, 1e9, 1.5, kNan}) {
    protocol::Reply reply = sample_reply();
    reply.arrays[0][1] = epoch;
    expect_refused(reply);
  }
}

TEST(Outcome, ALogOfAnotherShapeOrLengthIsRefused) {
  for (const Shape shape : {Shape{5, 3}, Shape{7, 3}, Shape{6, kMaxEpochs + 1}}) {
    protocol::Reply reply = sample_reply();
    reply.arrays[1] = Array(shape);
    expect_refused(reply);
  }
}

TEST(Outcome, NamesThatAreNoTextAreRefused) {
  for (const double byte : {0.0, -1.0, 256.0, 65.5, kNan}) {
    protocol::Reply reply = sample_reply();
    reply.arrays[4] = column({byte});
    expect_refused(reply);
  }
  for (const Array& name : {Array(), Array({kMaxName + 1, 1}, 65.0), Array({1, 2}, 65.0)}) {
    protocol::Reply reply = sample_reply();
    reply.arrays[4] = name;
    expect_refused(reply);
  }
}

TEST(Outcome, AParameterThatChangesItsShapeIsRefused) {
  protocol::Reply reply = sample_reply();
  reply.arrays[6] = Array({784, 10});
  expect_refused(reply);
  reply.arrays[5] = reply.arrays[6] = Array();
  expect_refused(reply);
}

TEST(Outcome, AnIncompleteParameterIsRefused) {
  protocol::Reply reply = sample_reply();
  reply.arrays.pop_back();
  expect_refused(reply);
  reply.arrays.resize(3);
  expect_refused(reply);
}

TEST(Outcome, MaySayNothingOfParametersAndEpochs) {
  Outcome outcome;
  EXPECT_EQ(decode_outcome(encode(outcome), kExpected), outcome);
}

}  // namespace
}  // namespace gradus::training

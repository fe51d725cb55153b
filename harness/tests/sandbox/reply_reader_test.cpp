#include "sandbox/reply_reader.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace gradus::sandbox {
namespace {

using protocol::Reply;
using protocol::Status;

constexpr std::uint64_t kNonce = 42;
constexpr ReplyBounds kTwoArrays{2, 100};
using Bytes = std::vector<std::byte>;

/// Hands over as many bytes as are asked for, a few at a time.
ReplyReader read(const Bytes& bytes, std::size_t at_a_time, ReplyBounds bounds = kTwoArrays) {
  ReplyReader reader(kNonce, bounds);
  std::size_t given = 0;
  while (given < bytes.size() && !reader.complete() && reader.complaint().empty()) {
    const std::size_t n = std::min({at_a_time, reader.room().size(), bytes.size() - given});
    std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(given), n, reader.room().begin());
    reader.filled(n);
    given += n;
  }
  return reader;
}

const Reply kReply{Status::kException, {column({1.0, 2.0}), scalar(3.0)}, "too large"};

TEST(ReplyReader, AReplyMayComeInAnyPieces) {
  const Bytes message = encode(kReply, kNonce);
  for (std::size_t n = 1; n <= message.size(); ++n) {
    ReplyReader reader = read(message, n);
    ASSERT_TRUE(reader.complete()) << n << " bytes at a time";
    EXPECT_TRUE(reader.room().empty());
    const auto reply = reader.reply();
    ASSERT_TRUE(reply) << reader.complaint();
    EXPECT_EQ(reply->status, kReply.status);
    EXPECT_EQ(reply->arrays, kReply.arrays);
    EXPECT_EQ(reply->text, kReply.text);
  }
}

TEST(ReplyReader, IsNotCompleteBeforeTheLastByte) {
  Bytes message = encode(kReply, kNonce);
  message.pop_back();
  ReplyReader reader = read(message, message.size());
  EXPECT_FALSE(reader.complete());
  EXPECT_EQ(reader.complaint(), "");
  EXPECT_EQ(reader.room().size(), 1U);
}

TEST(ReplyReader, AReplyOfAHeaderAloneIsComplete) {
  ReplyReader reader = read(encode(Reply{Status::kNotStarted, {}, {}}, kNonce), 1000);
  ASSERT_TRUE(reader.complete());
  EXPECT_EQ(reader.reply()->status, Status::kNotStarted);
}

TEST(ReplyReader, ComplainsBeforeItMakesRoom) {
  const auto complaint = [](const Bytes& message, ReplyBounds bounds = kTwoArrays) {
    ReplyReader reader = read(message, 7, bounds);
    EXPECT_FALSE(reader.complete());
    EXPECT_TRUE(reader.room().empty());
    return reader.complaint();
  };
  Bytes other_magic = encode(kReply, kNonce);
  other_magic[0] = std::byte{0};
  EXPECT_EQ(complaint(other_magic), "it does not begin as a reply does");
  EXPECT_EQ(complaint(encode(kReply, kNonce + 1)), "it answers another question");
  EXPECT_EQ(complaint(encode(Reply{static_cast<Status>(4), {}, {}}, kNonce)),
            "its status is unknown");
  const std::string large = "it is much larger than any right answer";
  EXPECT_EQ(complaint(encode(kReply, kNonce), {1, 100}), large) << "arrays";
  EXPECT_EQ(complaint(encode(kReply, kNonce), {2, 55}), large) << "bytes of arrays";
  const auto head = protocol::Header{0, 0, kNonce, 0, protocol::kMaxText + 1}.encode();
  EXPECT_EQ(complaint({head.begin(), head.end()}), large) << "text";
}

TEST(ReplyReader, BoundsThatJustHoldAReplyWillDo) {
  EXPECT_TRUE(read(encode(kReply, kNonce), 1000, {2, 56}).complete());
}

TEST(ReplyReader, ArraysThatLieAreAComplaint) {
  Bytes message = encode(kReply, kNonce);
  message[protocol::kHeaderSize] = std::byte{3};  // rows of the first
  ReplyReader reader = read(message, 1000);
  ASSERT_TRUE(reader.complete());
  EXPECT_FALSE(reader.reply());
  EXPECT_EQ(reader.complaint(), "its arrays do not have the sizes that they claim");
}

}  // namespace
}  // namespace gradus::sandbox

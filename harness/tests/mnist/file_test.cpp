#include "mnist/file.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "mnist/gzip.hpp"
#include "mnist/idx.hpp"
#include "mnist/sha256.hpp"
#include "tiny_data.hpp"

namespace gradus::mnist {
namespace {

namespace fs = std::filesystem;
using Bytes = std::vector<std::uint8_t>;
using test::TemporaryFolder;
using test::write_bytes;

constexpr std::uint64_t kMax = 1 << 20;

std::string message_of(const fs::path& path, std::uint64_t max_bytes = kMax) {
  try {
    read_file(path, max_bytes);
  } catch (const IdxError& error) {
    EXPECT_NE(std::string(error.what()).find(path.string()), std::string::npos) << error.what();
    return error.what();
  }
  return "no error";
}

void expect_message(const fs::path& path, const std::string& part, std::uint64_t most = kMax) {
  EXPECT_NE(message_of(path, most).find(part), std::string::npos) << message_of(path, most);
}

Bytes noise(std::size_t size) {
  Random random(9);
  Bytes bytes;
  while (bytes.size() < size) bytes.push_back(static_cast<std::uint8_t>(random.below(256)));
  return bytes;
}

TEST(File, GivesTheSameBytesRawAndPacked) {
  const TemporaryFolder folder;
  const Bytes content = noise(300'000);
  write_bytes(folder / "raw", content);
  write_bytes(folder / "packed.gz", gzip(content));
  write_bytes(folder / "packed-without-saying-so", gzip(content));
  EXPECT_EQ(read_file(folder / "raw", kMax), content);
  EXPECT_EQ(read_file(folder / "packed.gz", kMax), content);
  EXPECT_EQ(read_file(folder / "packed-without-saying-so", kMax), content);
}

TEST(File, ReadsAGzipFileOfSeveralMembers) {
  const Bytes first = noise(1000);
  const Bytes second = noise(70'000);
  Bytes packed = gzip(first);
  const Bytes more = gzip(second);
  packed.insert(packed.end(), more.begin(), more.end());
  Bytes both = first;
  both.insert(both.end(), second.begin(), second.end());
  EXPECT_EQ(gunzip(packed, "f", kMax), both);
}

TEST(File, RefusesBytesBehindAGzipFile) {
  const TemporaryFolder folder;
  Bytes packed = gzip(noise(1000));
  packed.push_back('x');
  write_bytes(folder / "f", packed);
  expect_message(folder / "f", "byte " + std::to_string(packed.size() - 1) + ": found bytes that");
}

TEST(File, RefusesAGzipFileWithAWrongChecksum) {
  const TemporaryFolder folder;
  Bytes packed = gzip(noise(1000));
  packed[packed.size() - 8] ^= 1;
  write_bytes(folder / "f", packed);
  expect_message(folder / "f", "damaged gzip data");
}

TEST(File, RefusesAGzipBombAtTheLimit) {
  const TemporaryFolder folder;
  write_bytes(folder / "f", gzip(Bytes(10'000'000, 0)));
  expect_message(folder / "f", "unpacks to more than expected: at most 1048576 bytes");
}

TEST(File, UnpacksExactlyUpToTheLimit) {
  const Bytes packed = gzip(Bytes(1000, 7));
  EXPECT_EQ(gunzip(packed, "f", 1000).size(), 1000U);
  EXPECT_THROW(gunzip(packed, "f", 999), IdxError);
}

TEST(File, RefusesAFileLongerThanTheLimit) {
  const TemporaryFolder folder;
  write_bytes(folder / "f", noise(1001));
  EXPECT_EQ(read_file(folder / "f", 1001).size(), 1001U);
  expect_message(folder / "f", "expected at most 1000 bytes", 1000);
}

TEST(File, RefusesWhatIsNoRegularFile) {
  const TemporaryFolder folder;
  fs::create_directory(folder / "folder");
  expect_message(folder / "folder", "found a folder");
  ASSERT_EQ(::mkfifo((folder / "fifo").c_str(), 0600), 0);
  expect_message(folder / "fifo", "found a pipe or a device");
  fs::create_symlink("/dev/zero", folder / "link");
  expect_message(folder / "link", "found a pipe or a device");
}

TEST(File, RefusesWhatIsNotThere) {
  const TemporaryFolder folder;
  expect_message(folder / "nothing", "cannot be opened: No such file");
  fs::create_symlink(folder / "nothing", folder / "dangling");
  expect_message(folder / "dangling", "cannot be opened");
}

TEST(File, WritesWholeFilesAndLeavesNothingElse) {
  const TemporaryFolder folder;
  const TemporaryFolder scratch;
  const Bytes content = noise(200'000);
  write_file(folder / "f", content, scratch.path());
  write_file(folder / "f", content, scratch.path());
  EXPECT_EQ(read_file(folder / "f", kMax), content);
  EXPECT_TRUE(fs::is_empty(scratch.path()));
}

TEST(File, AFailedWriteLeavesNothing) {
  const TemporaryFolder folder;
  const TemporaryFolder scratch;
  fs::create_directories(folder / "f");
  EXPECT_THROW(write_file(folder / "f", noise(10), scratch.path()), std::runtime_error);
  EXPECT_TRUE(fs::is_empty(scratch.path()));
  EXPECT_THROW(write_file(folder / "g", noise(10), folder / "no-scratch"), std::runtime_error);
  EXPECT_FALSE(fs::exists(folder / "g"));
}

TEST(Sha256, GivesTheStandardsExamples) {
  const std::string abc = "abc";
  EXPECT_EQ(sha256(Bytes(abc.begin(), abc.end())),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256(abc), sha256(Bytes(abc.begin(), abc.end())));
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

}  // namespace
}  // namespace gradus::mnist

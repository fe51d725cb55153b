#include "toolchain/submission.hpp"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/mnist/temporary_folder.hpp"

namespace gradus::toolchain {
namespace {

namespace fs = std::filesystem;
using mnist::test::TemporaryFolder;
using State = SourceFile::State;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

void write(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

class SubmissionTest : public testing::Test {
 protected:
  SubmissionTest() {
    write(given_ / "tp1/softmax.hpp", "contract");
    write(given_ / "tp1/affine.cpp", "given code");
    write(given_ / "tp1/softmax.cpp", "stub");
    write(given_ / "kit/nn/matrix.hpp", "the kit");
  }

  [[nodiscard]] Submission read(const fs::path& path) const {
    const Lab* lab = find_lab("tp1");
    return Submission::read(path, std::span(&lab, 1), given_);
  }
  [[nodiscard]] SourceFile softmax(const fs::path& path) const {
    return read(path).files.find("tp1.softmax")->second;
  }

  TemporaryFolder folder_;
  fs::path given_ = folder_ / "given";
  fs::path hers_ = folder_ / "ada";
};

TEST_F(SubmissionTest, FilesOfTheCatalogueAreReadAndOthersMissing) {
  write(hers_ / "tp1/softmax.cpp", "hello\n");
  write(hers_ / "tp1/notes.txt", "not ours");
  const Submission s = read(hers_);
  EXPECT_EQ(s.files.size(), find_lab("tp1")->exercises.size());
  EXPECT_EQ(s.files.find("tp1.softmax")->second.state, State::kThere);
  EXPECT_EQ(s.files.find("tp1.softmax")->second.text, "hello\n");
  EXPECT_EQ(s.files.find("tp1.nll")->second.state, State::kMissing);
  EXPECT_EQ(s.root, hers_);
}

TEST_F(SubmissionTest, ACloneHoldsThemUnderLabs) {
  write(hers_ / "labs/tp1/softmax.cpp", "hello");
  EXPECT_EQ(read(hers_).root, hers_ / "labs");
}

TEST_F(SubmissionTest, TheFolderOfOneLabIsEnough) {
  write(hers_ / "tp1/softmax.cpp", "hello");
  EXPECT_EQ(softmax(hers_ / "tp1").text, "hello");
  EXPECT_EQ(softmax(hers_ / "tp1/").text, "hello") << "with the slash that a shell adds";
}

TEST_F(SubmissionTest, AFolderOfAnotherNameIsNotTakenForALab) {
  write(hers_ / "softmax.cpp", "hello");
  EXPECT_THROW(static_cast<void>(read(hers_)), SubmissionError);
}

TEST_F(SubmissionTest, WhatIsNoFolderIsSaidSo) {
  write(folder_ / "file", "");
  for (const fs::path& path : {folder_ / "nowhere", folder_ / "file"}) {
    try {
      static_cast<void>(read(path));
      ADD_FAILURE() << path;
    } catch (const SubmissionError& e) {
      EXPECT_THAT(e.what(), HasSubstr(path.string() + " is not a folder"));
    }
  }
}

TEST_F(SubmissionTest, AFolderWithoutAnyOfTheFilesIsSaidSo) {
  write(hers_ / "tp1/README.md", "");
  try {
    static_cast<void>(read(hers_));
    ADD_FAILURE();
  } catch (const SubmissionError& e) {
    EXPECT_THAT(e.what(), HasSubstr("tp1/"));
  }
}

TEST_F(SubmissionTest, ASymbolicLinkIsRefusedAndNotFollowed) {
  write(folder_ / "bob/tp1/softmax.cpp", "Bob's work");
  fs::create_directories(hers_ / "tp1");
  fs::create_symlink("../../bob/tp1/softmax.cpp", hers_ / "tp1/softmax.cpp");
  const SourceFile file = softmax(hers_);
  EXPECT_EQ(file.state, State::kRefused);
  EXPECT_THAT(file.text, IsEmpty());
  EXPECT_THAT(file.problem, HasSubstr("symbolic link"));
}

TEST_F(SubmissionTest, ALinkedFolderIsRefusedAndNotFollowed) {
  write(folder_ / "bob/tp1/softmax.cpp", "Bob's work");
  fs::create_directories(hers_);
  fs::create_directory_symlink("../bob/tp1", hers_ / "tp1");
  const SourceFile file = softmax(hers_);
  EXPECT_EQ(file.state, State::kRefused);
  EXPECT_THAT(file.text, IsEmpty());
}

TEST_F(SubmissionTest, ALinkedLabsFolderIsNotFollowed) {
  write(folder_ / "bob/tp1/softmax.cpp", "Bob's work");
  fs::create_directories(hers_);
  fs::create_directory_symlink("../bob", hers_ / "labs");
  EXPECT_THROW(static_cast<void>(read(hers_)), SubmissionError);
}

TEST_F(SubmissionTest, TheGivenPathItselfMayBeALink) {
  write(folder_ / "somewhere/tp1/softmax.cpp", "hello");
  fs::create_directory_symlink(folder_ / "somewhere", hers_);
  EXPECT_EQ(softmax(hers_).text, "hello");
}

TEST_F(SubmissionTest, AFifoIsRefusedWithoutWaitingForIt) {
  fs::create_directories(hers_ / "tp1");
  ASSERT_EQ(::mkfifo((hers_ / "tp1/softmax.cpp").c_str(), 0600), 0);
  const SourceFile file = softmax(hers_);
  EXPECT_EQ(file.state, State::kRefused);
  EXPECT_THAT(file.problem, HasSubstr("not a regular file"));
}

TEST_F(SubmissionTest, AFolderInPlaceOfAFileIsRefused) {
  fs::create_directories(hers_ / "tp1/softmax.cpp");
  EXPECT_EQ(softmax(hers_).state, State::kRefused);
}

TEST_F(SubmissionTest, SizeIsLimited) {
  write(hers_ / "tp1/softmax.cpp", std::string(kMaxSourceSize, ' '));
  EXPECT_EQ(softmax(hers_).state, State::kThere);
  EXPECT_EQ(softmax(hers_).text.size(), kMaxSourceSize);
  write(hers_ / "tp1/softmax.cpp", std::string(kMaxSourceSize + 1, ' '));
  const SourceFile file = softmax(hers_);
  EXPECT_EQ(file.state, State::kRefused);
  EXPECT_THAT(file.problem, HasSubstr("larger than 256 KiB"));
  EXPECT_THAT(file.text, IsEmpty());
}

TEST_F(SubmissionTest, AVastFileIsNotReadWhole) {
  write(hers_ / "tp1/softmax.cpp", "");
  fs::resize_file(hers_ / "tp1/softmax.cpp", std::uintmax_t{1} << 40);  // Holes take no room.
  EXPECT_EQ(softmax(hers_).state, State::kRefused);
}

TEST_F(SubmissionTest, BytesAreTakenAsTheyAre) {
  const std::string odd("a\0b\r\n\xff", 6);
  write(hers_ / "tp1/softmax.cpp", odd);
  EXPECT_EQ(softmax(hers_).text, odd);
}

TEST_F(SubmissionTest, ChangedGivenFilesAreReported) {
  write(hers_ / "tp1/softmax.cpp", "my own, which is no change");
  write(hers_ / "tp1/softmax.hpp", "contract");
  write(hers_ / "tp1/affine.cpp", "improved");
  write(hers_ / "kit/nn/matrix.hpp", "improved");
  write(hers_ / "tp1/extra.hpp", "hers alone");
  EXPECT_THAT(read(hers_).changed, ElementsAre("kit/nn/matrix.hpp", "tp1/affine.cpp"));
}

TEST_F(SubmissionTest, AbsentGivenFilesAreNoChange) {
  write(hers_ / "tp1/softmax.cpp", "hello");
  EXPECT_THAT(read(hers_).changed, IsEmpty());
}

TEST_F(SubmissionTest, TheHashIsThatOfWhatWasTaken) {
  write(hers_ / "tp1/softmax.cpp", "one");
  const std::string one = read(hers_).hash;
  EXPECT_EQ(one.size(), 64U);
  write(hers_ / "tp1/notes.txt", "ignored");
  EXPECT_EQ(read(hers_).hash, one);
  write(hers_ / "tp1/softmax.cpp", "two");
  const std::string two = read(hers_).hash;
  EXPECT_NE(two, one);
  fs::rename(hers_ / "tp1/softmax.cpp", hers_ / "tp1/nll.cpp");
  EXPECT_NE(read(hers_).hash, two) << "the same text as another exercise is another submission";
}

}  // namespace
}  // namespace gradus::toolchain

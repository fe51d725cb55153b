#include "intake/upload.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <sys/stat.h>

#include "intake/names.hpp"
#include "tests/intake/archives.hpp"
#include "tests/mnist/temporary_folder.hpp"
#include "toolchain/submission.hpp"

namespace gradus::intake {
namespace {

namespace fs = std::filesystem;

using mnist::test::TemporaryFolder;
using test::pack;
using test::Packed;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Upload upload_of(const fs::path& path, const std::string& name = "") {
  Upload upload;
  Collector collector(upload);
  add_from_disk(collector, path, name, 0);
  collector.finish();
  return upload;
}

/// What becomes of an archive that a student hands in.
Upload upload_of_archive(const std::string& bytes, const std::string& name = "work.zip") {
  const TemporaryFolder folder;
  test::write(folder / name, bytes);
  return upload_of(folder / name, name);
}

std::vector<std::string> paths_of(const Upload& upload) {
  std::vector<std::string> all;
  for (const UploadedFile& file : upload.files) all.push_back(file.path);
  return all;
}

TEST(Upload, KeepsWhatMayBeAnExerciseAndNamesTheRest) {
  const Upload upload = upload_of_archive(
      pack({{"ada/tp1/softmax.cpp", "1"}, {"ada/tp1/softmax.hpp", "2"}, {"ada/report.pdf", "3"}}));
  EXPECT_EQ(upload.refused, "");
  ASSERT_THAT(paths_of(upload), ElementsAre("work.zip/ada/tp1/softmax.cpp"));
  EXPECT_EQ(upload.files[0].text, "1");
  EXPECT_THAT(upload.others,
              ElementsAre("work.zip/ada/report.pdf", "work.zip/ada/tp1/softmax.hpp"));
}

TEST(Upload, PassesOverWhatProgramsLeaveBehind) {
  const Upload upload = upload_of_archive(pack({{"tp1/softmax.cpp", "1"},
                                                {"__MACOSX/tp1/._softmax.cpp", "2"},
                                                {"tp1/.DS_Store", "3"},
                                                {"tp1/softmax.cpp~", "4"},
                                                {".build/stubs/tp1/softmax.cpp", "5"}}));
  EXPECT_THAT(paths_of(upload), ElementsAre("work.zip/tp1/softmax.cpp"));
  EXPECT_THAT(upload.others, IsEmpty());
}

/// So many archives one in the other.
std::string nested(int archives) {
  std::string bytes = pack({{"tp1/nll.cpp", "deep"}});
  for (int i = 1; i < archives; ++i) bytes = pack({{"inner.zip", bytes}});
  return bytes;
}

TEST(Upload, UnpacksArchivesInArchives) {
  const Upload upload = upload_of_archive(nested(3));
  EXPECT_EQ(upload.refused, "");
  EXPECT_THAT(paths_of(upload), ElementsAre("work.zip/inner.zip/inner.zip/tp1/nll.cpp"));
  EXPECT_THAT(paths_of(upload_of_archive(
                  pack({{"in.tar.gz", pack({{"tp1/nll.cpp", "x"}}, "ustar", "gzip")}}))),
              ElementsAre("work.zip/in.tar.gz/tp1/nll.cpp"));
}

TEST(Upload, IsRefusedWhereArchivesLieTooDeep) {
  EXPECT_THAT(upload_of_archive(nested(4)).refused, HasSubstr("is the fourth archive"));
}

/// Adds a file to a collector. \return how much it was asked for
std::uint64_t add(Collector& collector, const std::string& path, const std::string& text,
                  std::uint64_t order = 0) {
  std::uint64_t asked = 0;
  collector.add({path, Kind::file, 0}, order, [&](std::uint64_t most) {
    asked = most;
    return text.substr(0, most);
  });
  return asked;
}

TEST(Collector, TakesNothingAfterARefusal) {
  Upload upload;
  Collector collector(upload);
  add(collector, "tp1/nll.cpp", "x");
  add(collector, "..", "x");
  add(collector, "tp1/softmax.cpp", "x");
  add(collector, "tp1/softmax.hpp", "x");
  EXPECT_EQ(upload.refused, "a path in it leads out of its folder: ..");
  EXPECT_THAT(upload.files, IsEmpty());
  EXPECT_THAT(upload.others, IsEmpty());
}

TEST(Collector, CountsWhatItReadsWhateverWasAnnounced) {
  Upload upload;
  Collector collector(upload);
  const std::string text(toolchain::kMaxSourceSize, ' ');
  EXPECT_EQ(add(collector, "tp1/nll.cpp", text), text.size());
  for (std::uint64_t read = text.size(); read < kMaxUnpacked; read += text.size()) {
    add(collector, "tp1/nll.cpp", text);
  }
  EXPECT_EQ(add(collector, "tp1/nll.cpp", text), 0U);
}

TEST(Collector, KeepsTheHighestOrder) {
  Upload upload;
  Collector collector(upload);
  add(collector, "a.zip", pack({{"tp1/nll.cpp", "x"}}), 5);
  add(collector, "softmax.cpp", "x", 3);
  EXPECT_EQ(upload.order, 5U);
  EXPECT_EQ(upload.files[0].order, 5U);
  EXPECT_EQ(upload.files[1].order, 3U);
}

TEST(Upload, IsRefusedForALinkOfEitherSort) {
  EXPECT_THAT(upload_of_archive(pack({{"tp1/softmax.cpp", "", AE_IFLNK, "/etc/passwd"}})).refused,
              HasSubstr("work.zip: work.zip/tp1/softmax.cpp is a link"));
  EXPECT_THAT(
      upload_of_archive(pack({{"a.cpp", "a"}, {"tp1/nll.cpp", "", AE_IFREG, "", "a.cpp"}}, "pax"),
                        "work.tar")
          .refused,
      HasSubstr("is a link"));
}

TEST(Upload, IsRefusedForDevicesAndPipes) {
  for (const unsigned type : {AE_IFIFO, AE_IFCHR, AE_IFBLK}) {
    EXPECT_THAT(upload_of_archive(pack({{"tp1/nll.cpp", "", type}}, "pax"), "work.tar").refused,
                HasSubstr("is no regular file"));
  }
}

TEST(Upload, IsRefusedForAPathThatLeadsOut) {
  for (const char* path :
       {"/tp1/nll.cpp", "../tp1/nll.cpp", "a/../../tp1/nll.cpp", "C:/tp1/nll.cpp",
        "..\\tp1\\nll.cpp", "/tp1/notes.txt", "__MACOSX/../../x"}) {
    const Upload upload = upload_of_archive(pack({{"tp1/softmax.cpp", "1"}, {path, "2"}}));
    EXPECT_THAT(upload.refused, HasSubstr("leads out")) << path;
    EXPECT_THAT(upload.files, IsEmpty());
  }
}

TEST(Upload, IsRefusedForTooManyEntries) {
  std::vector<Packed> many;
  for (int i = 0; i < 10'000; ++i) many.push_back({std::to_string(i), ""});
  // With the archive itself they are one too many.
  EXPECT_THAT(upload_of_archive(pack(many, "ustar"), "work.tar").refused,
              HasSubstr("more than 10000 files"));
  many.pop_back();
  EXPECT_EQ(upload_of_archive(pack(many, "ustar"), "work.tar").refused, "");
}

TEST(Upload, IsRefusedForHoldingTooMuch) {
  const TemporaryFolder folder;
  test::write(folder / "tp1/nll.cpp", "1");
  test::write(folder / "data.bin", "");
  fs::resize_file(folder / "data.bin", kMaxUnpacked - 1);
  EXPECT_EQ(upload_of(folder.path()).refused, "");
  fs::resize_file(folder / "data.bin", kMaxUnpacked);
  EXPECT_THAT(upload_of(folder.path()).refused, HasSubstr("unpacks to more than 64 MB"));
}

TEST(Upload, CountsAnArchiveAndItsContentOnce) {
  const std::string bytes =
      pack({{"data.bin", std::string(40 << 20, '\0')}, {"tp1/nll.cpp", "1"}}, "ustar");
  EXPECT_EQ(upload_of_archive(bytes, "work.tar").refused, "");
}

TEST(Upload, CountsWhatNestedArchivesHoldTogether) {
  // Each is modest, and unpacks to 200 times its size at most; together they are too much.
  std::string text(15 << 20, ' ');
  for (std::size_t i = 0; i < text.size(); i += 90) text[i] = static_cast<char>('a' + i % 25);
  const std::string one = pack({{"data.txt", text}});
  ASSERT_LT(text.size() / one.size(), 200U);
  std::vector<Packed> entries;
  for (int i = 0; i < 5; ++i) entries.push_back({std::to_string(i) + ".zip", one});
  EXPECT_THAT(upload_of_archive(pack(entries)).refused, HasSubstr("unpacks to more than 64 MB"));
}

TEST(Upload, MarksAFileThatIsTooLarge) {
  const Upload upload =
      upload_of_archive(pack({{"tp1/nll.cpp", std::string(toolchain::kMaxSourceSize + 1, ' ')},
                              {"tp1/softmax.cpp", std::string(toolchain::kMaxSourceSize, ' ')}}));
  ASSERT_EQ(upload.files.size(), 2U);
  EXPECT_TRUE(upload.files[0].too_large);
  EXPECT_FALSE(upload.files[1].too_large);
}

TEST(Upload, IsRefusedForAnArchiveThatCannotBeRead) {
  EXPECT_THAT(upload_of_archive("Rar!", "work.rar").refused,
              HasSubstr("a format that is not read"));
  EXPECT_THAT(upload_of_archive("no zip").refused, HasSubstr("work.zip: it is no archive"));
  EXPECT_THAT(upload_of_archive(pack({{"a/inner.7z", "none"}})).refused,
              HasSubstr("it is no archive"));
}

TEST(Upload, IsReadFromAFolder) {
  const TemporaryFolder folder;
  test::write(folder / "labs/tp1/nll.cpp", "1");
  test::write(folder / "tp2.zip", pack({{"tp2/tanh.cpp", "2"}}));
  test::write(folder / "build/tp1/nll.cpp", "3");
  const Upload upload = upload_of(folder.path());
  EXPECT_EQ(upload.refused, "");
  EXPECT_THAT(paths_of(upload), ElementsAre("labs/tp1/nll.cpp", "tp2.zip/tp2/tanh.cpp"));
}

TEST(Upload, FollowsNoLinkInAFolder) {
  const TemporaryFolder folder;
  test::write(folder / "secret/nll.cpp", "of somebody else");
  fs::create_directories(folder / "ada/tp1");
  fs::create_symlink(folder / "secret/nll.cpp", folder / "ada/tp1/nll.cpp");
  EXPECT_THAT(upload_of(folder / "ada").refused, HasSubstr("tp1/nll.cpp is a link"));
  fs::create_directories(folder / "bob");
  fs::create_directory_symlink(folder / "secret", folder / "bob/tp1");
  EXPECT_THAT(upload_of(folder / "bob").refused, HasSubstr("tp1 is a link"));
  fs::create_directories(folder / "eve/tp1");
  fs::create_hard_link(folder / "secret/nll.cpp", folder / "eve/tp1/nll.cpp");
  EXPECT_THAT(upload_of(folder / "eve").refused, HasSubstr("tp1/nll.cpp is a hard link"));
}

TEST(ReadFromDisk, RefusesWhatIsNoFileByTheTimeItIsRead) {
  const TemporaryFolder folder;
  test::write(folder / "a", "12");
  fs::create_symlink(folder / "a", folder / "link");
  ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
  const auto refusal = [&](const char* name, std::uint64_t most) {
    return test::thrown<Refusal>([&] { (void)read_from_disk(folder / name, name, most); });
  };
  EXPECT_EQ(read_from_disk(folder / "a", "a", 2), "12");
  EXPECT_THAT(refusal("a", 1), HasSubstr("a holds more than the 1 bytes"));
  EXPECT_THAT(refusal("link", 9), HasSubstr("link cannot be read"));
  EXPECT_THAT(refusal("pipe", 9), HasSubstr("pipe is no regular file"));
}

TEST(Upload, DoesNotWaitForAPipe) {
  const TemporaryFolder folder;
  fs::create_directories(folder / "tp1");
  ASSERT_EQ(::mkfifo((folder / "tp1/nll.cpp").c_str(), 0600), 0);
  EXPECT_THAT(upload_of(folder.path()).refused, HasSubstr("is no regular file"));
}

TEST(Upload, IsSafeWhateverItsArchiveHolds) {
  const std::string good =
      pack({{"tp1/nll.cpp", "#include"}, {"a.zip", pack({{"tp1/softmax.cpp", "x"}})}}, "zip", "",
           "compression=store");
  EXPECT_TRUE(rc::check("any bytes", [&] {
    std::string bytes = good;
    const int changes = *rc::gen::inRange(1, 8);
    for (int i = 0; i < changes; ++i) {
      bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<char>();
    }
    bytes.resize(*rc::gen::inRange<std::size_t>(bytes.size() / 2, bytes.size() + 1));
    const Upload upload = upload_of_archive(bytes);
    RC_ASSERT(upload.refused.empty() || upload.files.empty());
    for (const UploadedFile& file : upload.files) RC_ASSERT(!leads_out(file.path));
  }));
}

constexpr const char* kCommit = "0123456789abcdef0123456789abcdef01234567";
constexpr const char* kOther = "fedcba9876543210fedcba9876543210fedcba98";

TEST(Upload, NotesTheCommitOfAWorkingCopy) {
  const TemporaryFolder folder;
  test::write(folder / "ada/.git/HEAD", "ref: refs/heads/main\n");
  test::write(folder / "ada/.git/refs/heads/main", std::string(kCommit) + "\n");
  test::write(folder / "ada/.git/refs/heads/other", std::string(kOther) + "\n");
  test::write(folder / "ada/.git/tp1/nll.cpp", "no work");
  test::write(folder / "ada/below/.git/HEAD", std::string(kOther) + "\n");
  const Upload upload = upload_of(folder.path());
  EXPECT_EQ(upload.commit, kCommit);
  EXPECT_THAT(upload.files, IsEmpty());
  EXPECT_THAT(upload.others, IsEmpty());
}

TEST(Upload, NotesACommitThatGitHasPackedAway) {
  const std::string packed = "# pack-refs with: peeled fully-peeled sorted \n" +
                             std::string(kOther) + " refs/heads/main2\n" + kCommit +
                             " refs/heads/main\n";
  EXPECT_EQ(upload_of_archive(
                pack({{".git/HEAD", "ref: refs/heads/main\n"}, {".git/packed-refs", packed}}))
                .commit,
            kCommit);
  EXPECT_EQ(upload_of_archive(pack({{"a/.git/HEAD", kCommit}})).commit, kCommit);
}

TEST(Upload, NotesNoCommitWhereThereIsNone) {
  EXPECT_EQ(upload_of_archive(pack({{".git/HEAD", "ref: refs/heads/main\n"}})).commit, "");
  EXPECT_EQ(upload_of_archive(pack({{".git/HEAD", "\x1b[2J"}})).commit, "");
  EXPECT_EQ(upload_of_archive(pack({{".git", "gitdir: /etc"}})).commit, "");
}

}  // namespace
}  // namespace gradus::intake

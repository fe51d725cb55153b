#include "intake/archive.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include "tests/intake/archives.hpp"
#include "tests/mnist/temporary_folder.hpp"

namespace gradus::intake {
namespace {

using test::pack;
using test::Packed;
using test::thrown;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;

constexpr std::uint64_t kMuch = std::uint64_t{1} << 30;

std::vector<std::pair<std::string, std::string>> files_of(const std::string& bytes) {
  std::vector<std::pair<std::string, std::string>> files;
  Archive archive = Archive::of_student(bytes);
  while (archive.next()) {
    if (archive.entry().kind != Kind::file) continue;
    const std::string path = archive.entry().path;
    files.emplace_back(path, archive.content(kMuch));
  }
  return files;
}

std::string refusal_of(const std::string& bytes) {
  return thrown<Refusal>([&] { files_of(bytes); });
}

const std::vector<Packed> kTwo = {{"tp1/softmax.cpp", "softmax\n"}, {"tp1/nll.cpp", "nll\n"}};

struct Format {
  std::string format, filter;
};
class ArchiveOf : public ::testing::TestWithParam<Format> {};

TEST_P(ArchiveOf, GivesNamesAndBytes) {
  EXPECT_THAT(files_of(pack(kTwo, GetParam().format, GetParam().filter)),
              ElementsAre(Pair("tp1/softmax.cpp", "softmax\n"), Pair("tp1/nll.cpp", "nll\n")));
}

TEST_P(ArchiveOf, IsRefusedWhereItEndsEarly) {
  // Not of so few bytes that the cut part is only padding.
  std::string text(30'000, ' ');
  for (std::size_t i = 0; i < text.size(); ++i) text[i] = static_cast<char>('a' + i * i % 23);
  const std::string whole = pack({{"tp1/softmax.cpp", text}}, GetParam().format, GetParam().filter);
  EXPECT_NE(refusal_of(whole.substr(0, whole.size() / 3)), "");
}

INSTANTIATE_TEST_SUITE_P(AllFormats, ArchiveOf,
                         ::testing::Values(Format{"zip", ""}, Format{"ustar", ""},
                                           Format{"pax", "gzip"}, Format{"gnutar", "xz"},
                                           Format{"ustar", "bzip2"}, Format{"7zip", ""}),
                         [](const auto& param_info) {
                           return param_info.param.format + param_info.param.filter;
                         });

TEST(Archive, RefusesWhatIsNone) {
  EXPECT_NE(refusal_of("int main() {}"), "");
  EXPECT_NE(refusal_of(""), "");
}

TEST(Archive, RefusesDamagedContent) {
  std::string bytes = pack(kTwo, "zip", "", "compression=store");
  bytes[bytes.find("softmax\n")] = 'S';
  EXPECT_THAT(refusal_of(bytes), HasSubstr("damaged at tp1/softmax.cpp"));
}

TEST(Archive, RefusesEncryptedFiles) {
  EXPECT_THAT(refusal_of(pack(kTwo, "zip", "", "zip:encryption=traditional")),
              HasSubstr("encrypted: tp1/softmax.cpp"));
  EXPECT_THAT(refusal_of(pack(kTwo, "zip", "", "zip:encryption=aes256")),
              HasSubstr("encrypted: tp1/softmax.cpp"));
}

TEST(Archive, RefusesANulInAName) {
  std::string bytes = pack({{"tp1/softmax.cpp!.exe", "x"}}, "zip", "", "compression=store");
  for (std::size_t at = bytes.find('!'); at != std::string::npos; at = bytes.find('!')) {
    bytes[at] = '\0';
  }
  EXPECT_EQ(refusal_of(bytes), "a name in the archive holds a NUL byte");
}

TEST(Archive, TakesANulInContentForNoName) {
  const std::string inner = pack({{"a!b.cpp", "x"}}, "zip", "", "compression=store");
  std::string text = inner;
  text[text.rfind('!')] = '\0';
  EXPECT_EQ(refusal_of(pack({{"notes.bin", text}}, "zip", "", "compression=store")), "");
}

TEST(Archive, RefusesAFileThatUnpacksToThousandTimesItsSize) {
  EXPECT_THAT(refusal_of(pack({{"zeros", std::string(4 << 20, '\0')}})),
              HasSubstr("more than 200 times its size"));
  EXPECT_THAT(refusal_of(pack({{"zeros", std::string(4 << 20, '\0')}}, "ustar", "gzip")),
              HasSubstr("more than 200 times its size"));
}

TEST(Archive, CountsItsFilesTogether) {
  // Each alone is below what is always allowed.
  std::vector<Packed> entries;
  for (int i = 0; i < 4; ++i) entries.push_back({std::to_string(i), std::string(700'000, '\0')});
  EXPECT_THAT(refusal_of(pack(entries)), HasSubstr("more than 200 times its size"));
}

TEST(Archive, CountsWhatItPassesOverToo) {
  const std::string bytes = pack({{"zeros", std::string(4 << 20, '\0')}, {"a.cpp", "a"}});
  EXPECT_NE(thrown<Refusal>([&] {
              Archive archive = Archive::of_student(bytes);
              while (archive.next()) continue;
            }),
            "");
}

TEST(Archive, LetsTextBeShort) {
  EXPECT_EQ(refusal_of(pack({{"tp1/softmax.cpp", std::string(200'000, ' ')}})), "");
}

TEST(Archive, GivesNoMoreThanIsAskedFor) {
  const std::string bytes = pack(kTwo);
  Archive archive = Archive::of_student(bytes);
  ASSERT_TRUE(archive.next());
  EXPECT_THAT(thrown<Refusal>([&] { (void)archive.content(7); }), HasSubstr("more than the 7"));
  ASSERT_TRUE(archive.next());
  EXPECT_EQ(archive.content(4), "nll\n");
}

std::vector<Kind> kinds_of(const std::string& bytes) {
  std::vector<Kind> kinds;
  Archive archive = Archive::of_student(bytes);
  while (archive.next()) kinds.push_back(archive.entry().kind);
  return kinds;
}

TEST(Archive, TellsLinksAndDevicesFromFiles) {
  const std::vector<Packed> entries = {{"folder", "", AE_IFDIR},
                                       {"a.cpp", "a"},
                                       {"soft", "", AE_IFLNK, "/etc/passwd"},
                                       {"hard", "", AE_IFREG, "", "a.cpp"},
                                       {"pipe", "", AE_IFIFO},
                                       {"device", "", AE_IFCHR}};
  EXPECT_THAT(
      kinds_of(pack(entries, "pax")),
      ElementsAre(Kind::folder, Kind::file, Kind::link, Kind::link, Kind::special, Kind::special));
  EXPECT_THAT(kinds_of(pack({{"soft", "", AE_IFLNK, "/etc/passwd"}}, "zip")),
              ElementsAre(Kind::link));
}

/// Puts other bytes in place of a name of the same length, wherever it stands.
std::string renamed(std::string bytes, const std::string& from, const std::string& to) {
  for (std::size_t at = bytes.find(from); at != std::string::npos; at = bytes.find(from)) {
    bytes.replace(at, from.size(), to);
  }
  return bytes;
}

TEST(Archive, ReadsNamesInUtf8AndInTheOldCharacterSet) {
  const std::string plain = pack({{"Zo@_.cpp", "x"}}, "zip", "", "compression=store");
  // CP437 has e with diaeresis at 0x89.
  EXPECT_THAT(files_of(renamed(plain, "Zo@_", "Zo\x89_")), ElementsAre(Pair("Zo\u00eb_.cpp", "x")));
  EXPECT_THAT(files_of(renamed(plain, "Zo@_", "Zo\u00eb")), ElementsAre(Pair("Zo\u00eb.cpp", "x")));
}

TEST(Archive, ReadsAZipThatSaysItsNamesAreUtf8) {
  std::string bytes = pack({{"Zo@_.cpp", "x"}}, "zip", "", "compression=store");
  bytes = renamed(bytes, "Zo@_", "Zo\u00eb");
  // Bit 11 of the flags, in the local header at 6 and in the directory's record at 8.
  bytes[bytes.find(std::string("PK\3\4", 4)) + 7] |= 8;
  bytes[bytes.find(std::string("PK\1\2", 4)) + 9] |= 8;
  EXPECT_THAT(files_of(bytes), ElementsAre(Pair("Zo\u00eb.cpp", "x")));
}

TEST(Archive, TakesABackslashForASeparator) {
  const std::string bytes = renamed(pack({{"tp1@nll.cpp", "x"}}), "tp1@nll", "tp1\\nll");
  EXPECT_THAT(files_of(bytes), ElementsAre(Pair("tp1/nll.cpp", "x")));
  EXPECT_THAT(files_of(pack({{"tp1\\nll.cpp", "x"}}, "ustar")),
              ElementsAre(Pair("tp1/nll.cpp", "x")));
}

TEST(Archive, OfAClassMayBeLarge) {
  const mnist::test::TemporaryFolder folder;
  test::write(folder / "all.zip", pack({{"zeros", std::string(4 << 20, '\0')}}));
  Archive archive = Archive::of_class(folder / "all.zip");
  ASSERT_TRUE(archive.next());
  EXPECT_EQ(archive.content(kMuch).size(), std::size_t{4} << 20);
  EXPECT_FALSE(archive.next());
}

}  // namespace
}  // namespace gradus::intake

#include "intake/source.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/intake/archives.hpp"
#include "tests/mnist/temporary_folder.hpp"

namespace gradus::intake {
namespace {

namespace fs = std::filesystem;

using mnist::test::TemporaryFolder;
using test::pack;
using test::Packed;
using test::thrown;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// The same files as a folder and as archives: each must say the same.
class EverySource : public ::testing::TestWithParam<const char*> {
 protected:
  Source source(const std::vector<Packed>& files) {
    const std::string form = GetParam();
    if (form == "folder") {
      for (const Packed& file : files) test::write(folder_ / "all" / file.path, file.text);
      return read_source(folder_ / "all");
    }
    const std::string name = "all." + form;
    test::write(folder_.path() / name, form == "zip" ? pack(files) : pack(files, "pax", "gzip"));
    return read_source(folder_.path() / name);
  }

  struct Folder : TemporaryFolder {
    fs::path operator/(const std::string& name) const { return path() / name; }
  } folder_;
};

INSTANTIATE_TEST_SUITE_P(Sources, EverySource, ::testing::Values("folder", "zip", "tar.gz"),
                         [](const auto& param_info) {
                           return std::string(param_info.param) == "tar.gz" ? "tar"
                                                                            : param_info.param;
                         });

std::vector<std::string> labels(const Source& source) {
  std::vector<std::string> all;
  for (const Upload& upload : source.uploads) all.push_back(upload.owner.label);
  return all;
}

std::vector<std::string> paths(const Upload& upload) {
  std::vector<std::string> all;
  for (const UploadedFile& file : upload.files) all.push_back(file.path);
  return all;
}

TEST_P(EverySource, HoldsFoldersAndArchivesOfAStudentEach) {
  const Source found = source({{"ada/tp1/nll.cpp", "1"},
                               {"Bob Young.zip", pack({{"bob/tp1/nll.cpp", "2"}})},
                               {"carl.tar.xz", pack({{"tp1/nll.cpp", "3"}}, "ustar", "xz")},
                               {".DS_Store", ""},
                               {"__MACOSX/x", ""},
                               {"notes.txt", "?"}});
  EXPECT_THAT(labels(found), ElementsAre("Bob Young", "ada", "carl"));
  EXPECT_THAT(paths(found.uploads[0]), ElementsAre("Bob Young.zip/bob/tp1/nll.cpp"));
  EXPECT_THAT(paths(found.uploads[1]), ElementsAre("tp1/nll.cpp"));
  EXPECT_EQ(found.uploads[1].files[0].text, "1");
  EXPECT_THAT(found.loose, ElementsAre("notes.txt"));
  EXPECT_THAT(found.uploads[0].source, ::testing::StartsWith("all"));
}

TEST_P(EverySource, MayBeMoodlesFolders) {
  const Source found = source(
      {{"Zo\u00eb_de la Cruz_12_assignsubmission_file_/labs/tp1/nll.cpp", "1"},
       {"Zo\u00eb_de la Cruz_12_assignsubmission_onlinetext/onlinetext.html", "2"},
       {"Ada King_7_assignsubmission_file/gradus-tp1-1a2b.zip", pack({{"tp1/nll.cpp", "3"}})}});
  ASSERT_THAT(labels(found), ElementsAre("Ada King_7", "Zo\u00eb_de la Cruz_12"));
  EXPECT_EQ(found.uploads[0].owner.name, "Ada King");
  EXPECT_EQ(found.uploads[0].owner.moodle_id, "7");
  EXPECT_THAT(paths(found.uploads[0]), ElementsAre("gradus-tp1-1a2b.zip/tp1/nll.cpp"));
  EXPECT_THAT(paths(found.uploads[1]), ElementsAre("labs/tp1/nll.cpp"));
  EXPECT_THAT(found.uploads[1].others, ElementsAre("onlinetext.html"));
  EXPECT_EQ(found.uploads[1].names.size(), 2U);
}

TEST_P(EverySource, MayBeMoodlesFilesWithoutFolders) {
  const Source found =
      source({{"Ada King_7_assignsubmission_file_softmax.cpp", "1"},
              {"Ada King_7_assignsubmission_file_nll.cpp", "2"},
              {"Bob_8_assignsubmission_file_work.zip", pack({{"tp1/nll.cpp", "3"}})}});
  ASSERT_THAT(labels(found), ElementsAre("Ada King_7", "Bob_8"));
  EXPECT_THAT(paths(found.uploads[0]), ElementsAre("nll.cpp", "softmax.cpp"));
  EXPECT_THAT(paths(found.uploads[1]), ElementsAre("work.zip/tp1/nll.cpp"));
}

TEST_P(EverySource, MayBeADownloadOfCanvas) {
  const Source found = source({{"kingada_34_900_softmax.cpp", "1"},
                               {"kingada_34_901_nll.cpp", "2"},
                               {"youngbob_LATE_35_880_work.zip", pack({{"tp1/nll.cpp", "3"}})},
                               {"gausscarl_36_text.html", "typed"}});
  ASSERT_THAT(labels(found), ElementsAre("kingada_34", "youngbob_35"));
  EXPECT_EQ(found.uploads[0].owner.canvas_id, "34");
  EXPECT_EQ(found.uploads[0].order, 901U);
  EXPECT_THAT(paths(found.uploads[0]), ElementsAre("nll.cpp", "softmax.cpp"));
  EXPECT_EQ(found.uploads[0].files[1].order, 900U);
  EXPECT_THAT(paths(found.uploads[1]), ElementsAre("work.zip/tp1/nll.cpp"));
  EXPECT_EQ(found.uploads[1].files[0].order, 880U);
}

TEST_P(EverySource, IsNoDownloadOfCanvasForItsNumbersAlone) {
  const Source found = source({{"tp1_2026_12_ada.zip", pack({{"tp1/nll.cpp", "1"}})},
                               {"tp1_2026_12_bob.zip", pack({{"tp1/nll.cpp", "2"}})}});
  EXPECT_THAT(labels(found), ElementsAre("tp1_2026_12_ada", "tp1_2026_12_bob"));
}

constexpr const char* kMetadata =
    "submission_1:\n  :submitters:\n  - :name: Ada King\n    :sid: '100'\n"
    "    :email: ada@example.org\n"
    "submission_2:\n  :submitters:\n  - :name: Bob\n    :sid: '200'\n  - :name: Carl\n"
    "    :sid: '300'\n";

TEST_P(EverySource, MayBeAnExportOfGradescope) {
  for (const std::string wrapper : {"", "assignment_5_export/"}) {
    const Source found = source({{wrapper + "submission_metadata.yml", kMetadata},
                                 {wrapper + "submission_1/tp1/nll.cpp", "1"},
                                 {wrapper + "submission_2/nll.cpp", "2"},
                                 {wrapper + "submission_3/nll.cpp", "3"},
                                 {"__MACOSX/x", ""}});
    ASSERT_THAT(labels(found),
                ElementsAre("submission_1", "submission_2.1", "submission_2.2", "submission_3"));
    EXPECT_EQ(found.uploads[0].owner.name, "Ada King");
    EXPECT_EQ(found.uploads[0].owner.number, "100");
    EXPECT_EQ(found.uploads[0].owner.email, "ada@example.org");
    EXPECT_EQ(found.uploads[2].owner.number, "300");
    EXPECT_EQ(found.uploads[3].owner.name, "");
    EXPECT_THAT(paths(found.uploads[0]), ElementsAre("tp1/nll.cpp"));
    EXPECT_THAT(paths(found.uploads[2]), ElementsAre("nll.cpp"));
    fs::remove_all(folder_ / "all");
  }
}

TEST_P(EverySource, MayBeOneStudents) {
  for (const std::string top : {"labs/tp1", "tp1"}) {
    const Source found = source({{top + "/nll.cpp", "1"}, {"README.md", ""}});
    ASSERT_THAT(labels(found), ElementsAre("all"));
    EXPECT_THAT(paths(found.uploads[0]), ElementsAre(::testing::EndsWith(top + "/nll.cpp")));
    fs::remove_all(folder_ / "all");
  }
}

TEST_P(EverySource, RefusesOneUploadAlone) {
  const Source found = source({{"ada/tp1/nll.cpp", "1"},
                               {"bob.zip", "no zip"},
                               {"carl/work.zip", pack({{"../nll.cpp", "2"}})}});
  ASSERT_THAT(labels(found), ElementsAre("ada", "bob", "carl"));
  EXPECT_EQ(found.uploads[0].refused, "");
  EXPECT_THAT(found.uploads[1].refused, HasSubstr("no archive"));
  EXPECT_THAT(found.uploads[2].refused, HasSubstr("leads out"));
}

TEST(Source, RefusesALinkAmongTheStudents) {
  const TemporaryFolder folder;
  test::write(folder / "ada/tp1/nll.cpp", "1");
  test::write(folder / "in/bob/tp1/nll.cpp", "2");
  fs::create_directory_symlink(folder / "ada", folder / "in/eve");
  fs::create_directory_symlink(folder / "ada", folder / "in/Max_7_assignsubmission_file");
  const Source found = read_source(folder / "in");
  ASSERT_THAT(labels(found), ElementsAre("Max_7", "bob", "eve"));
  for (const std::size_t i : {0U, 2U}) {
    EXPECT_THAT(found.uploads[i].refused, HasSubstr("is a link"));
    EXPECT_THAT(found.uploads[i].files, IsEmpty());
  }
}

TEST(Source, IsNotTakenInPart) {
  const TemporaryFolder folder;
  std::string text(100'000, ' ');
  for (std::size_t i = 0; i < text.size(); ++i) text[i] = static_cast<char>(i * i % 251);
  const std::string all = pack({{"ada/a.txt", text}, {"bob/b.txt", text}}, "ustar", "gzip");
  test::write(folder / "all.tar.gz", all.substr(0, all.size() * 3 / 4));
  EXPECT_THAT(thrown<IntakeError>([&] { (void)read_source(folder / "all.tar.gz"); }),
              HasSubstr("Who is missing from it cannot be told"));
}

TEST(Source, OfGradescopeIsNotTakenWithoutItsMetadata) {
  const TemporaryFolder folder;
  std::string bytes = pack({{"submission_metadata.yml", kMetadata}, {"submission_1/nll.cpp", "1"}},
                           "zip", "", "compression=store");
  bytes[bytes.find("Ada King")] = 'I';
  test::write(folder / "all.zip", bytes);
  EXPECT_THAT(thrown<IntakeError>([&] { (void)read_source(folder / "all.zip"); }),
              HasSubstr("damaged at submission_metadata.yml"));
}

TEST(Source, ThatIsOneBrokenArchiveIsOneRefusedUpload) {
  const TemporaryFolder folder;
  test::write(folder / "ada.zip", "no zip");
  const Source found = read_source(folder / "ada.zip");
  ASSERT_THAT(labels(found), ElementsAre("ada"));
  EXPECT_THAT(found.uploads[0].refused, HasSubstr("ada.zip: it is no archive"));
}

TEST(Source, MustBeAFolderOrAnArchive) {
  const TemporaryFolder folder;
  test::write(folder / "notes.txt", "x");
  EXPECT_THAT(thrown<IntakeError>([&] { (void)read_source(folder / "notes.txt"); }),
              HasSubstr("neither a folder nor an archive"));
  EXPECT_THAT(thrown<IntakeError>([&] { (void)read_source(folder / "none"); }),
              HasSubstr("cannot be read"));
}

TEST(Source, MustHoldAnUpload) {
  const TemporaryFolder folder;
  test::write(folder / "in/softmax.cpp", "1");
  EXPECT_THAT(thrown<IntakeError>([&] { (void)read_source(folder / "in"); }),
              HasSubstr("holds no folder and no archive of a student"));
}

TEST(Source, OfAClassMayHoldNoPathThatLeadsOut) {
  const TemporaryFolder folder;
  test::write(folder / "all.zip", pack({{"ada/nll.cpp", "1"}, {"../x", "2"}}));
  EXPECT_THAT(thrown<IntakeError>([&] { (void)read_source(folder / "all.zip"); }),
              HasSubstr("leads out"));
}

}  // namespace
}  // namespace gradus::intake

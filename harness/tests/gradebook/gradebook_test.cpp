#include "gradebook/gradebook.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gradebook/schema.hpp"
#include "tests/mnist/temporary_folder.hpp"
#include "tests/support/refusal.hpp"

namespace gradus::gradebook {
namespace {

namespace fs = std::filesystem;
using mnist::test::TemporaryFolder;
using test::refusal;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const Terms kTerms{{"tp1", "tp2"}, "sample", 18446744073709551557ULL, "landlock", "0123abcd"};

HandIn hand_in(const std::string& id, const std::string& submission, Files files) {
  HandIn result;
  result.student.id = id;
  result.student.name = "Name of " + id;
  result.submission = submission;
  result.files = std::move(files);
  return result;
}

std::vector<HandIn> small_class() {
  const Files same = {{"tp1/nll.cpp", "double one;"}, {"tp1/softmax.cpp", std::string("a\0b", 3)}};
  std::vector<HandIn> list = {hand_in("zoe", "cc", same),
                              hand_in("ada", "aa", {{"tp1/nll.cpp", "double one;"}}),
                              hand_in("bob", "cc", same), hand_in("eve", "", {})};
  list[0].student.email = "zoé@example.org";
  list[0].student.canvas_id = "77";
  list[1].remarks = {"first", "second"};
  return list;
}

class InAFile : public testing::Test {
 protected:
  [[nodiscard]] Gradebook begin() const { return Gradebook::begin(file_, kTerms, small_class()); }
  [[nodiscard]] std::string refusal_to_open() const {
    return refusal([&] { static_cast<void>(Gradebook::open(file_)); });
  }
  void change(const std::string& sql) const {
    SQLite::Database(file_.string(), SQLite::OPEN_READWRITE).exec(sql);
  }
  [[nodiscard]] std::string refusal_to_change(const std::string& sql) const {
    return refusal([&] { change(sql); });
  }

  TemporaryFolder folder_;
  fs::path file_ = folder_ / "gradebook.sqlite";
};
using TheGradebook = InAFile;

TEST_F(TheGradebook, GivesBackTheTerms) {
  static_cast<void>(begin());
  EXPECT_EQ(Gradebook::open(file_).terms(), kTerms);
}

TEST_F(TheGradebook, KeepsTheClassInItsOrder) {
  static_cast<void>(begin());
  const std::vector<HandIn> list = Gradebook::open(file_).class_list();
  ASSERT_EQ(list.size(), 4U);
  EXPECT_EQ(list[0].student.id, "zoe");
  EXPECT_EQ(list[0].student.name, "Name of zoe");
  EXPECT_EQ(list[0].student.email, "zoé@example.org");
  EXPECT_EQ(list[0].student.canvas_id, "77");
  EXPECT_EQ(list[0].submission, "cc");
  EXPECT_EQ(list[1].student.id, "ada");
  EXPECT_THAT(list[1].remarks, ElementsAre("first", "second"));
  EXPECT_EQ(list[2].submission, "cc");
  EXPECT_EQ(list[3].submission, "");
}

TEST_F(TheGradebook, KeepsFilesByteForByteAndEachOnce) {
  const Gradebook book = begin();
  EXPECT_THAT(book.submissions(), ElementsAre("aa", "cc"));
  EXPECT_EQ(book.files_of("cc"), small_class()[0].files);
  EXPECT_EQ(book.files_of("aa"), small_class()[1].files);
  SQLite::Database raw(file_.string());
  EXPECT_EQ(raw.execAndGet("SELECT count(*) FROM file").getInt(), 2);
}

TEST_F(TheGradebook, KnowsWhatIsStillToBeGraded) {
  Gradebook book = begin();
  EXPECT_THAT(book.ungraded(), ElementsAre("aa", "cc"));
  EXPECT_FALSE(book.outcome_of("cc"));
  book.keep("cc", {"{}", "", "t"});
  EXPECT_THAT(book.ungraded(), ElementsAre("aa"));
  EXPECT_EQ(book.outcome_of("cc")->results, "{}");
  EXPECT_EQ(book.outcome_of("cc")->timings, "t");
}

TEST_F(TheGradebook, TriesAFailureOfTheGraderAgain) {
  Gradebook book = begin();
  book.keep("aa", {std::nullopt, "it died", ""});
  EXPECT_EQ(book.outcome_of("aa")->failure, "it died");
  EXPECT_THAT(book.ungraded(), ElementsAre("aa", "cc"));
  book.keep("aa", {"{}", "", ""});
  EXPECT_EQ(book.outcome_of("aa")->results, "{}");
  EXPECT_EQ(book.outcome_of("aa")->failure, "");
}

TEST_F(TheGradebook, NeverReplacesAReport) {
  Gradebook book = begin();
  book.keep("aa", {"first", "", ""});
  book.keep("aa", {"second", "", ""});
  book.keep("aa", {std::nullopt, "it died", ""});
  EXPECT_EQ(book.outcome_of("aa")->results, "first");
}

TEST_F(TheGradebook, IsOneFileForItsOwnerAlone) {
  {
    Gradebook book = begin();
    book.keep("aa", {"{}", "", ""});
    book.finish();
  }
  EXPECT_EQ(fs::status(file_).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_.path()), {}), 1);
}

TEST_F(TheGradebook, CannotBeBegunTwice) {
  static_cast<void>(begin());
  EXPECT_THAT(refusal([&] { static_cast<void>(begin()); }), HasSubstr("exists already"));
}

TEST_F(TheGradebook, IsWholeOrNotThere) {
  std::vector<HandIn> twice = small_class();
  twice.push_back(twice[0]);  // The same student again.
  EXPECT_THROW(static_cast<void>(Gradebook::begin(file_, kTerms, twice)), GradebookError);
  EXPECT_FALSE(fs::exists(file_));
  static_cast<void>(begin());
  EXPECT_TRUE(fs::exists(file_));
}

TEST_F(TheGradebook, OnceFinishedCannotBeChangedByAnybody) {
  {
    Gradebook book = begin();
    book.keep("aa", {"{}", "", ""});
    EXPECT_FALSE(book.is_finished());
    book.finish();
    EXPECT_TRUE(book.is_finished());
    EXPECT_THROW(book.keep("cc", {"{}", "", ""}), std::exception);
  }
  for (const char* sql :
       {"UPDATE result SET results = 'better'", "DELETE FROM result", "UPDATE run SET seed = '1'",
        "INSERT INTO result VALUES ('cc', '{}', NULL, '')", "UPDATE run SET finished_at = NULL",
        "INSERT OR REPLACE INTO result VALUES ('aa', '{\"points\": 20}', NULL, '')"}) {
    EXPECT_THAT(refusal_to_change(sql), HasSubstr("finished")) << sql;
  }
  for (const char* sql : {"UPDATE student SET submission = 'aa'", "DELETE FROM student",
                          "UPDATE file SET content = x'00'", "DELETE FROM file", "DELETE FROM run",
                          "UPDATE submission_file SET file = 'x'", "DELETE FROM submission_file"}) {
    EXPECT_NE(refusal_to_change(sql), "") << sql;
  }
  EXPECT_EQ(Gradebook::open(file_).outcome_of("aa")->results, "{}");
}

TEST_F(TheGradebook, RefusesWhatIsNone) {
  EXPECT_THAT(refusal_to_open(), HasSubstr("no such file"));
  std::ofstream(file_) << "id,points\nada,20\n";
  EXPECT_THAT(refusal_to_open(), HasSubstr("no gradebook"));
  fs::remove(file_);
  SQLite::Database(file_.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("CREATE TABLE run (x)");
  EXPECT_THAT(refusal_to_open(), HasSubstr("no gradebook"));
}

TEST_F(TheGradebook, RefusesOneOfALaterGradus) {
  static_cast<void>(begin());
  change("PRAGMA user_version = 99");
  EXPECT_THAT(refusal_to_open(), HasSubstr("later Gradus"));
}

TEST_F(TheGradebook, NoticesDamage) {
  static_cast<void>(begin());
  const auto size = static_cast<std::streamoff>(fs::file_size(file_));
  std::fstream raw(file_, std::ios::in | std::ios::out | std::ios::binary);
  raw.seekp(size / 2);
  for (int i = 0; i < 6000; ++i) raw.put('\x5a');
  raw.close();
  EXPECT_NE(refusal_to_open(), "");
}

TEST_F(TheGradebook, NoticesARowThatRefersToNothing) {
  static_cast<void>(begin());
  change("PRAGMA foreign_keys = OFF; INSERT INTO result VALUES ('dd', '{}', NULL, '')");
  EXPECT_THAT(refusal_to_open(), HasSubstr("damaged"));
}

TEST(Schema, IsMadeByItsMigrationsOneAfterTheOther) {
  SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  for (const std::string_view step : migrations()) database.exec(std::string(step));
  EXPECT_EQ(database.execAndGet("SELECT count(*) FROM sqlite_schema WHERE type = 'table'").getInt(),
            8);
}

}  // namespace
}  // namespace gradus::gradebook

#include "marks/publication.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gradebook/schema.hpp"
#include "marks/error.hpp"
#include "mnist/sha256.hpp"
#include "report/json.hpp"
#include "tests/marks/sample.hpp"
#include "tests/mnist/temporary_folder.hpp"
#include "tests/support/refusal.hpp"

namespace gradus::marks {
namespace {

namespace fs = std::filesystem;
using gradebook::Gradebook;
using gradebook::Publication;
using gradus::test::refusal;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class APublication : public testing::Test {
 protected:
  APublication() : book_(Gradebook::begin(file_, test::kTerms, test::sample_run().class_list)) {
    keep("aa", 400, 300);
    keep("bb", 100, 300);
    book_.keep("cc", {std::nullopt, "it died", ""});
  }

  void keep(const std::string& submission, Points softmax, Points nll) {
    book_.keep(submission, {report::json(test::results_of(submission, softmax, nll)), "", ""});
  }
  void change(const std::string& sql) const {
    SQLite::Database(file_.string(), SQLite::OPEN_READWRITE).exec(sql);
  }
  [[nodiscard]] std::vector<std::string> complaints() const {
    return audit(Gradebook::open(file_));
  }

  mnist::test::TemporaryFolder folder_;
  fs::path file_ = folder_ / "gradebook.sqlite";
  Gradebook book_;
  Sources sources_{"policy tp1 10% per day\nlate ada tp1 1 day\n", "bob tp1.nll +0.5 \"x\"\n", ""};
};

TEST_F(APublication, IsKeptWithAllThatItRestsOn) {
  const Publication made = publish(book_, sources_);
  EXPECT_EQ(made.number, 1);
  const std::vector<Publication> kept = Gradebook::open(file_).publications();
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(kept[0].late, sources_.late);
  EXPECT_EQ(kept[0].overrides, sources_.overrides);
  EXPECT_THAT(kept[0].held, ElementsAre("cc"));
  EXPECT_EQ(kept[0].marks, made.marks);
  EXPECT_THAT(kept[0].marks, HasSubstr(",7.00,0.70,6.30,20.00," + book_.begun_at() + ",aa,"));
  EXPECT_THAT(kept[0].marks, HasSubstr(",4.00,0.00,4.50,20.00,"));
  EXPECT_EQ(published_marks(book_)[0].labs[0].mark, 630);
}

TEST_F(APublication, ComesOutTheSameWhenItIsMadeAnew) {
  publish(book_, sources_);
  EXPECT_THAT(complaints(), IsEmpty());
  keep("cc", 400, 300);
  book_.finish();
  EXPECT_THAT(complaints(), IsEmpty()) << "what was held back then still is, in that publication";
  publish(book_, {});
  EXPECT_THAT(complaints(), IsEmpty());
  EXPECT_EQ(published_marks(book_)[2].labs[0].mark, 700);
}

TEST_F(APublication, IsNotMadeOfARunThatGoesOn) {
  const std::vector<gradebook::HandIn> list = test::sample_run().class_list;
  Gradebook fresh = Gradebook::begin(folder_ / "fresh", test::kTerms, list);
  EXPECT_THAT(refusal([&] { publish(fresh, {}); }), HasSubstr("3 of 3 submissions are not graded"));
  EXPECT_THAT(fresh.publications(), IsEmpty());
}

TEST_F(APublication, IsNotMadeOfALedgerThatIsWrong) {
  sources_.late = "late eve tp1 1 day";
  sources_.late_name = "my/late.txt";
  EXPECT_THAT(refusal([&] { publish(book_, sources_); }),
              testing::StartsWith("my/late.txt, line 1: "));
  sources_.late = std::string("\xef\xbb\xbf# \xff", 6);
  EXPECT_THAT(refusal([&] { publish(book_, sources_); }), HasSubstr("my/late.txt"));
  EXPECT_THAT(book_.publications(), IsEmpty());
}

TEST_F(APublication, TakesLedgersAsEditorsSaveThem) {
  sources_.overrides = "\ufeffbob tp1 = 12 \"\u00e9t\u00e9\"\r\n";
  publish(book_, sources_);
  EXPECT_EQ(published_marks(book_)[1].labs[0].lines.back().says,
            "tp1 set by hand to 12 (\u00e9t\u00e9)");
  EXPECT_THAT(complaints(), IsEmpty());
}

TEST_F(APublication, LowersNoMarkOfAnEarlierOne) {
  sources_.earlier = publish(book_, {}).marks;
  publish(book_, sources_);
  EXPECT_EQ(published_marks(book_)[0].labs[0].mark, 700);
  EXPECT_THAT(complaints(), IsEmpty());
}

TEST_F(APublication, MustBeThereToBeRead) {
  EXPECT_THAT(refusal([&] { static_cast<void>(published_marks(book_)); }),
              HasSubstr("gradus publish comes first"));
}

TEST_F(APublication, CannotBeChangedByAnybody) {
  publish(book_, sources_);
  for (const char* sql :
       {"UPDATE publication SET marks = x'00'", "DELETE FROM publication",
        "INSERT OR REPLACE INTO publication VALUES (1, '', '', '', '', '', x'00', '')",
        "INSERT INTO publication VALUES (3, '', '', '', '', '', x'00', '')"}) {
    EXPECT_NE(refusal([&] { change(sql); }), "") << sql;
  }
  EXPECT_THAT(complaints(), IsEmpty());
}

TEST_F(APublication, IsFoundOutWhenItsMarksWereChanged) {
  publish(book_, sources_);
  change(
      "DROP TRIGGER same_publication;"
      "UPDATE publication SET marks = CAST(replace(CAST(marks AS TEXT), '6.30', '9.30') AS BLOB)");
  EXPECT_THAT(complaints(), ElementsAre(HasSubstr("publication 1 are not those that went out"),
                                        testing::AllOf(HasSubstr("from line 2\n"),
                                                       HasSubstr("9.30"), HasSubstr("6.30"))));
}

TEST_F(APublication, IsFoundOutWhenALedgerWasChanged) {
  publish(book_, sources_);
  change("DROP TRIGGER same_publication; UPDATE publication SET late = ''");
  EXPECT_THAT(complaints(), ElementsAre(HasSubstr("come out otherwise, from line 2\n")));
  change("UPDATE publication SET late = 'nonsense'");
  EXPECT_THAT(complaints(), ElementsAre(HasSubstr("cannot be made anew: late ledger, line 1")));
}

TEST_F(APublication, IsFoundOutWhenAReportWasChanged) {
  publish(book_, sources_);
  SQLite::Database raw(file_.string(), SQLite::OPEN_READWRITE);
  SQLite::Statement update(raw, "UPDATE result SET results = ? WHERE submission = 'bb'");
  update.bind(1, report::json(test::results_of("aa", 400, 300)));
  update.exec();
  EXPECT_THAT(complaints(), ElementsAre(HasSubstr("submission bb is about other files"),
                                        HasSubstr("come out otherwise")));
}

TEST_F(APublication, IsFoundOutWhenAFileWasChanged) {
  publish(book_, sources_);
  change("DROP TRIGGER same_file; UPDATE file SET content = x'00'");
  EXPECT_THAT(complaints(), testing::SizeIs(3));
  EXPECT_THAT(complaints().front(), HasSubstr("is not the one that was handed in"));
}

TEST_F(APublication, IsMadeOfAGradebookOfTheFirstSchemaToo) {
  change("DROP TABLE publication; PRAGMA user_version = 1");
  Gradebook old = Gradebook::open(file_);
  EXPECT_EQ(publish(old, sources_).number, 1);
  EXPECT_THAT(complaints(), IsEmpty());
}

}  // namespace
}  // namespace gradus::marks

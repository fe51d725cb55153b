// `gradus grade --out`: a small class, judged by the real program.
#include <chrono>
#include <csignal>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

#include "gradebook/gradebook.hpp"
#include "tests/judge/grading.hpp"

namespace gradus::judge {
namespace {

using namespace std::chrono_literals;
using gradebook::Gradebook;
using testing::HasSubstr;
using testing::Not;

const std::string kRightOne =
    softmax("const nn::Vector e = exp(logits - max(logits)); return e / sum(e);");
/// Judged in no time.
const std::string kUnfinishedOne = "int x = ;\n";
const std::string kDyingOne = softmax("std::raise(SIGSEGV); return logits;");

class Class : public Grade {
 protected:
  Class() {
    fs::remove_all(submission_);
    hand_in_for("ada", "softmax", kRightOne);
    hand_in_for("bob", "softmax", kRightOne);
    hand_in_for("cyd", "softmax", kUnfinishedOne);
    std::ofstream(roster_) << "id,name\nada,Ada\nbob,Bob\ncyd,Cyd\ndan,Dan\neve,Eve\n";
  }

  void hand_in_for(const std::string& id, const std::string& exercise,
                   const std::string& text) const {
    fs::create_directories(class_ / id / "tp1");
    std::ofstream(class_ / id / "tp1" / (exercise + ".cpp")) << text;
  }
  [[nodiscard]] std::vector<std::string> command(const fs::path& out) const {
    return {"grade", class_.string(), "--roster", roster_.string(), "--lab",
            "tp1",   "--no-mnist",    "--out",    out.string()};
  }
  [[nodiscard]] Grading grade_into(const fs::path& out, const std::vector<std::string>& options = {
                                                            "--seed", "99"}) const {
    std::vector<std::string> arguments = command(out);
    arguments.insert(arguments.end(), options.begin(), options.end());
    return gradus(arguments);
  }

  /// Each student's report; empty for who handed in nothing.
  [[nodiscard]] static std::map<std::string, std::string> reports(const fs::path& out) {
    const Gradebook book = Gradebook::open(out / "gradebook.sqlite");
    std::map<std::string, std::string> all;
    for (const auto& hand_in : book.class_list()) {
      std::string& report = all[hand_in.student.id];
      if (hand_in.submission.empty()) continue;
      const auto outcome = book.outcome_of(hand_in.submission);
      if (outcome) report = outcome->results.value_or(outcome->failure);
    }
    return all;
  }

  fs::path class_ = folder_ / "class";
  fs::path roster_ = folder_ / "roster.csv";
  fs::path out_ = folder_ / "run";
};

TEST_F(Class, GetsTheReportsThatEachStudentAloneWouldGet) {
  hand_in_for("dan", "softmax", kDyingOne);
  const Grading run = grade_into(out_);
  EXPECT_EQ(run.status, 0) << run.errors;
  EXPECT_THAT(run.output, HasSubstr("5 students, 4 handed in, 3 different submissions"));
  const auto all = reports(out_);
  ASSERT_EQ(all.size(), 5U);
  EXPECT_EQ(all.at("ada"), all.at("bob"));
  EXPECT_EQ(all.at("eve"), "");
  for (const char* id : {"ada", "cyd", "dan"}) {
    const fs::path json = folder_ / "alone.json";
    const Grading alone = gradus({"grade", (class_ / id).string(), "--lab", "tp1", "--no-mnist",
                                  "--seed", "99", "--json", json.string()});
    EXPECT_EQ(all.at(id), test::content(json)) << id;
  }
}

TEST_F(Class, GoesOnAfterAnyKillAndComesToTheSameReports) {
  hand_in_for("dan", "nll", test::content(fs::path(GRADUS_SOLUTIONS) / "tp1/nll.cpp"));
  ASSERT_EQ(grade_into(folder_ / "whole").status, 0);
  sandbox::Limits limits;
  limits.address_space = 0;
  limits.open_files = 1024;
  int kills = 0;
  for (const auto moment : {150ms, 600ms, 1100ms, 1600ms}) {
    std::vector<std::string> argv = {"env", "TMPDIR=" + (folder_ / "tmp").string(), GRADUS_PROGRAM};
    for (const std::string& word : command(out_)) argv.push_back(word);
    argv.insert(argv.end(), {"--seed", "99", "--jobs", "1"});
    sandbox::Process leader({argv}, limits);
    if (!leader.wait_until(sandbox::Clock::now() + moment)) ++kills;
    leader.signal(SIGKILL);
    EXPECT_TRUE(leader.wait_until(sandbox::Clock::now() + 30s));
  }
  EXPECT_GE(kills, 1) << "it was hardly tried";
  // A judge of the last leader may take a moment to end.
  std::this_thread::sleep_for(500ms);
  EXPECT_EQ(grade_into(out_).status, 0);
  EXPECT_EQ(reports(out_), reports(folder_ / "whole"));
}

TEST_F(Class, JudgesEachOfItsFilesOnce) {
  for (const char* id : {"ada", "cyd"}) {
    hand_in_for(id, "nll", test::content(fs::path(GRADUS_SOLUTIONS) / "tp1/nll.cpp"));
  }
  ASSERT_EQ(grade_into(out_, {"--jobs", "1"}).status, 0);
  const Gradebook book = Gradebook::open(out_ / "gradebook.sqlite");
  int judged = 0;
  for (const std::string& submission : book.submissions()) {
    if (json::parse(book.outcome_of(submission)->timings).at("seconds").contains("tp1.nll")) {
      ++judged;
    }
  }
  EXPECT_EQ(judged, 1) << "both hand in the same nll.cpp";
}

TEST_F(Class, LeavesTheGradebookAloneAndTellsNobodyTheSeed) {
  const Grading run = grade_into(out_, {"--seed", "12345678901"});
  ASSERT_EQ(run.status, 0) << run.errors;
  EXPECT_FALSE(fs::exists(out_ / "desk"));
  EXPECT_EQ(fs::status(out_).permissions(), fs::perms::owner_all);
  for (const auto& [id, report] : reports(out_)) EXPECT_THAT(report, Not(HasSubstr("12345678901")));
  EXPECT_THAT(run.output + run.errors, Not(HasSubstr("12345678901")));
}

TEST_F(Class, TakesAnotherSeedEachTimeUnlessToldOne) {
  fs::remove_all(class_ / "ada");
  fs::remove_all(class_ / "bob");
  ASSERT_EQ(grade_into(out_, {}).status, 0);
  ASSERT_EQ(grade_into(folder_ / "again", {}).status, 0);
  const auto seed = [](const fs::path& out) {
    return Gradebook::open(out / "gradebook.sqlite").terms().seed;
  };
  EXPECT_NE(seed(out_), seed(folder_ / "again"));
}

TEST_F(Class, TakesTheSeedThatAFileHolds) {
  fs::remove_all(class_ / "ada");
  fs::remove_all(class_ / "bob");
  const fs::path file = folder_ / "seed";
  const auto grade = [&] { return grade_into(out_, {"--seed-file", file.string()}); };
  std::ofstream(file) << "12345678901\n";
  ASSERT_EQ(grade().status, 0);
  EXPECT_EQ(Gradebook::open(out_ / "gradebook.sqlite").terms().seed, 12345678901U);
  ASSERT_EQ(gradus({"regrade", out_.string(), "--seed-file", file.string(), "--out",
                    (folder_ / "again").string()})
                .status,
            0);
  EXPECT_EQ(Gradebook::open(folder_ / "again/gradebook.sqlite").terms().seed, 12345678901U);
  std::ofstream(file) << "12345678902\n";
  EXPECT_THAT(grade().errors, HasSubstr("another seed"));
  std::ofstream(file) << "secret\n";
  EXPECT_THAT(grade().errors, HasSubstr("holds no seed"));
  const Grading both = grade_into(out_, {"--seed", "7", "--seed-file", file.string()});
  EXPECT_EQ(both.status, 2);
}

TEST_F(Class, OnceGradedStaysAsItIs) {
  ASSERT_EQ(grade_into(out_).status, 0);
  const auto before = reports(out_);
  hand_in_for("eve", "softmax", kUnfinishedOne);
  const Grading again = grade_into(out_);
  EXPECT_EQ(again.status, 0);
  EXPECT_THAT(again.errors, HasSubstr("has changed since"));
  EXPECT_EQ(reports(out_), before);
}

TEST_F(Class, IsGradedAlikeFromTheFirstToTheLast) {
  ASSERT_EQ(grade_into(out_).status, 0);
  for (const std::vector<std::string>& other :
       {std::vector<std::string>{"--seed", "100"}, {"--isolation", "none"}, {"--lab", "tp2"}}) {
    const Grading run = grade_into(out_, other);
    EXPECT_EQ(run.status, 2) << other[1];
    EXPECT_THAT(run.errors, HasSubstr("was begun")) << other[1];
  }
}

TEST_F(Class, IsNotGradedWhileSomebodysFolderIsUnknown) {
  fs::rename(class_ / "cyd", class_ / "cyd.zip_extracted");
  const Grading run = grade_into(out_);
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.errors, HasSubstr("cyd.zip_extracted"));
  EXPECT_FALSE(fs::exists(out_ / "gradebook.sqlite"));
}

TEST_F(Class, NeedsARosterThatIsOne) {
  std::ofstream(roster_) << "apples,pears\n1,2\n";
  const Grading run = grade_into(out_);
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.errors, HasSubstr("roster.csv"));
}

TEST_F(Class, BecomesAPageForEachStudentAndOneForTheInstructor) {
  ASSERT_EQ(grade_into(out_, {"--seed", "12345678901"}).status, 0);
  const fs::path pages = folder_ / "pages";
  const Grading run = gradus({"pages", out_.string(), "--out", pages.string()});
  ASSERT_EQ(run.status, 0) << run.errors;
  EXPECT_THAT(test::content(pages / "index.html"), HasSubstr("Ada</a>"));
  const std::string page = test::content(pages / "students/cyd.html");
  EXPECT_THAT(page, HasSubstr("did not build"));
  EXPECT_THAT(page, Not(HasSubstr("Bob")));
  // Neither the secret seed nor any place on this machine.
  EXPECT_THAT(page, Not(HasSubstr("12345678901")));
  EXPECT_THAT(page, Not(HasSubstr(folder_.path().string())));
  EXPECT_TRUE(fs::exists(pages / "students/eve.html"));
}

TEST_F(Class, SeesOnItsPagesHowPublishedMarksCameAbout) {
  ASSERT_EQ(grade_into(out_).status, 0);
  std::ofstream(folder_ / "override") << "ada tp1.softmax -1 \"an oral exam\"\n";
  const Grading published =
      gradus({"publish", out_.string(), "--override", (folder_ / "override").string(), "--out",
              (folder_ / "marks").string()});
  ASSERT_EQ(published.status, 0) << published.errors;
  const fs::path pages = folder_ / "pages";
  ASSERT_EQ(gradus({"pages", out_.string(), "--out", pages.string()}).status, 0);
  EXPECT_THAT(test::content(pages / "students/ada.html"), HasSubstr("an oral exam"));
  EXPECT_THAT(test::content(pages / "students/bob.html"), Not(HasSubstr("an oral exam")));
  EXPECT_THAT(test::content(pages / "students/bob.html"), HasSubstr("How your mark came about"));
}

TEST_F(Class, HasNoPagesBeforeItIsBegun) {
  const fs::path pages = folder_ / "pages";
  EXPECT_EQ(gradus({"pages", out_.string(), "--out", pages.string()}).status, 2);
  EXPECT_FALSE(fs::exists(pages));
}

TEST_F(Class, LinksItsPagesToAnAddressAlone) {
  ASSERT_EQ(grade_into(out_).status, 0);
  const Grading run = gradus({"pages", out_.string(), "--out", (folder_ / "pages").string(),
                              "--notes", "javascript:alert(1)"});
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.errors, HasSubstr("https://"));
}

}  // namespace
}  // namespace gradus::judge

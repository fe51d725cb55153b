#include "marks/late.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "marks/error.hpp"
#include "tests/support/refusal.hpp"

namespace gradus::marks {
namespace {

using gradus::test::refusal;
using std::chrono::seconds;
using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

const std::vector<std::string> kStudents = {"ada", "Bob", "22101"};

LateLedger parse(const std::string& text) { return parse_late(text, "late.txt", kStudents); }

std::string refusal_of(const std::string& text) {
  return refusal([&] { static_cast<void>(parse(text)); });
}

/// What Ada loses in tp1 under these lines.
Points cost(const std::string& lines, Points so_far = 1000) {
  const auto found = penalty(parse(lines), {"ada", "tp1"}, so_far);
  return found ? found->cost : -1;
}

std::string says(const std::string& lines) {
  return penalty(parse(lines), {"ada", "tp1"}, 1000).value().says;
}

constexpr const char* kPercent = "policy tp1 10% per day, at most 50%, grace 15 min\n";
constexpr const char* kPoints = "policy tp1 1.5 points per day, at most 5 points\n";

TEST(LateLedger, ReadsPoliciesLatenessAndExtensions) {
  const LateLedger ledger = parse(
      "# the class of 2026\n\n"
      "policy tp1 10 % per day, grace 15 min, at most 50 %   # as agreed\r\n"
      "policy tp2 1 point per day\n"
      "\tlate  BOB tp1 2 days 3 hours 5 mins 7 secs\n"
      "extension bob tp1 3 d \"ill, note # 3\"\n");
  EXPECT_TRUE(ledger.policies.at("tp1").percent);
  EXPECT_EQ(ledger.policies.at("tp1").per_day, 1000);
  EXPECT_EQ(ledger.policies.at("tp1").at_most, 5000);
  EXPECT_EQ(ledger.policies.at("tp1").grace, seconds(900));
  EXPECT_FALSE(ledger.policies.at("tp2").percent);
  EXPECT_EQ(ledger.policies.at("tp2").per_day, 100);
  EXPECT_FALSE(ledger.policies.at("tp2").at_most);
  const Lateness& bob = ledger.lateness.at({"Bob", "tp1"});
  EXPECT_EQ(bob.told, seconds(2 * 86400 + 3 * 3600 + 5 * 60 + 7));
  EXPECT_EQ(bob.extension, seconds(3 * 86400));
  EXPECT_EQ(bob.reason, "ill, note # 3");
}

TEST(LateLedger, NamesFileLineAndWhatWasExpected) {
  EXPECT_THAT(refusal_of("\npolicy tp1 10% a day\n"),
              AllOf(StartsWith("late.txt, line 2: expected \"per\", but there is a"),
                    HasSubstr("\n  policy tp1 10% a day")));
  EXPECT_THAT(refusal_of("late ada"), HasSubstr("expected a lab, such as tp1, but the line ends"));
}

TEST(LateLedger, RefusesWhatItDoesNotUnderstand) {
  for (const auto& [line, words] : std::vector<std::pair<std::string, std::string>>{
           {"lateness ada tp1 2 days", "policy, late or extension"},
           {"policy tp9 10% per day", "a lab"},
           {"policy tp2 ten % per day", "a number"},
           {"policy tp2 1,5 points per day", "12.5 has a point"},
           {"policy tp2 1.555 points per day", "two decimals"},
           {"policy tp2 101% per day", "100%"},
           {"policy tp2 10 per day", "% or points"},
           {"policy tp2 10% per day, at most 5 points", "both"},
           {"policy tp2 10% per day, at most 5%, at most 6%", "each once"},
           {"policy tp2 10% per day, grace 1 min, grace 2 min", "each once"},
           {"policy tp2 10% per day at most 5%", "the end of the line"},
           {"late eve tp1 2 days", "the id of a student of this run"},
           {"late ada tp1 two days", "a time"},
           {"late ada tp1 2", "days, hours or minutes"},
           {"late ada tp1 2 weeks", "days, hours or minutes"},
           {"late ada tp1 -2 days", "a time"},
           {"late ada tp1 9999999 days", "a time"},
           {"late \"ada\" tp1 2 days", "a student's id"},
           {"extension ada tp1 3 days", "the reason in quotation marks"},
           {"extension ada tp1 3 days \" \"", "the reason in quotation marks"},
           {"extension ada tp1 3 days \"ill", "opened and not closed"},
           {"extension ada tp1 3 days \"ill\" indeed", "the end of the line"}}) {
    EXPECT_THAT(refusal_of(std::string(kPercent) + line),
                AllOf(HasSubstr(words), StartsWith("late.txt, line 2: ")))
        << line;
  }
}

TEST(LateLedger, RefusesAFactThatIsSaidTwice) {
  for (const std::string line :
       {"policy tp1 20% per day", "late ada tp1 1 day", "extension ada tp1 1 day \"x\""}) {
    const std::string text = std::string(line.starts_with("policy") ? "" : kPercent) + line + "\n";
    EXPECT_EQ(refusal_of(text), "");
    EXPECT_THAT(refusal_of(text + line), HasSubstr("this was said before (late.txt, line "))
        << line;
  }
}

TEST(LateLedger, RefusesLatenessOfWhichNobodyKnowsWhatItCosts) {
  EXPECT_THAT(refusal_of("late ada tp1 1 day"),
              AllOf(StartsWith("late.txt, line 1"), HasSubstr("policy tp1 10% per day")));
  EXPECT_EQ(refusal_of(std::string("late ada tp1 1 day\n") + kPercent), "") << "in any order";
}

TEST(LateLedger, ShowsNoEscapeSequence) {
  EXPECT_THAT(refusal_of("late \x1b[2J tp1 1 day"), testing::Not(HasSubstr("\x1b")));
}

TEST(Penalty, IsNoneForWhoWasNotLate) {
  EXPECT_EQ(cost(kPercent), -1);
  EXPECT_EQ(cost(std::string(kPercent) + "late bob tp1 1 day"), -1);
  EXPECT_EQ(cost(std::string(kPercent) + "extension ada tp1 1 day \"ill\""), -1);
}

TEST(Penalty, CountsEachBegunDayAfterTheGraceTime) {
  const std::string late = std::string(kPercent) + "late ada tp1 ";
  EXPECT_EQ(cost(late + "15 min"), 0);
  EXPECT_EQ(cost(late + "15 min 1 s"), 100);
  EXPECT_EQ(cost(late + "1 day 15 min"), 100);
  EXPECT_EQ(cost(late + "1 day 16 min"), 200);
  EXPECT_EQ(cost(late + "4 days 1 hour"), 500);
  EXPECT_EQ(cost(late + "99 days"), 500) << "at most";
}

TEST(Penalty, OfPointsIsNeverMoreThanThereAre) {
  const std::string late = std::string(kPoints) + "late ada tp1 ";
  EXPECT_EQ(cost(late + "2 days"), 300);
  EXPECT_EQ(cost(late + "2 days", 200), 200);
  EXPECT_EQ(cost(late + "9 days"), 500);
  EXPECT_EQ(cost(late + "9 days", -100), 0);
}

TEST(Penalty, RoundsInTheStudentsFavour) {
  EXPECT_EQ(cost(std::string(kPercent) + "late ada tp1 1 day", 999), 99);
  EXPECT_EQ(cost("policy tp1 33.33% per day\nlate ada tp1 1 day", 100), 33);
}

TEST(Penalty, AnExtensionIsTakenOffFirstAndGivesNothingBeyondOnTime) {
  const std::string late = std::string(kPercent) + "late ada tp1 4 days\nextension ada tp1 ";
  EXPECT_EQ(cost(late + "3 days \"ill\""), 100);
  EXPECT_EQ(cost(late + "4 days \"ill\""), 0);
  EXPECT_EQ(cost(late + "40 days \"ill\""), 0);
  EXPECT_EQ(says(late + "3 days \"ill\""),
            "late by 4 days, less the extension of 3 days (ill): 1 begun day of 10%, of 10 points");
  EXPECT_THAT(says(late + "4 days \"ill\""), testing::EndsWith(": on time"));
}

TEST(Penalty, SaysHowItComesAbout) {
  EXPECT_EQ(says(std::string(kPercent) + "late ada tp1 9 days"),
            "late by 9 days: 9 begun days of 10%, at most 50%, of 10 points");
  EXPECT_EQ(says(std::string(kPoints) + "late ada tp1 1 hour 5 min"),
            "late by 1 hour 5 min: 1 begun day of 1.5 points");
  EXPECT_EQ(says(std::string(kPercent) + "late ada tp1 5 min"),
            "late by 5 min: within the grace time of 15 min");
}

RC_GTEST_PROP(Penalty, LiesBetweenNothingAndEverything, ()) {
  const auto amount = std::to_string(*rc::gen::inRange(0, 101));
  const bool percent = *rc::gen::arbitrary<bool>();
  const auto hours = std::to_string(*rc::gen::inRange(1, 100000));
  const auto extension = std::to_string(*rc::gen::inRange(0, 100000));
  const Points so_far = *rc::gen::inRange(-500, 2500);
  const std::string text = "policy tp1 " + amount + (percent ? "%" : " points") + " per day\n" +
                           "late ada tp1 " + hours + " hours\n";
  const Points plain = cost(text, so_far);
  RC_ASSERT(plain >= 0);
  RC_ASSERT(plain <= std::max(so_far, 0));
  RC_ASSERT(cost(text + "extension ada tp1 " + extension + " hours \"x\"", so_far) <= plain);
}

}  // namespace
}  // namespace gradus::marks

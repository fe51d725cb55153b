#include "marks/overrides.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/refusal.hpp"

namespace gradus::marks {
namespace {

using gradus::test::refusal;
using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

OverrideLedger parse(const std::string& text) {
  return parse_overrides(text, "override.txt", {"ada", "bob"});
}

std::string refusal_of(const std::string& text) {
  return refusal([&] { static_cast<void>(parse(text)); });
}

TEST(OverrideLedger, ReadsEveryKindOfLine) {
  const OverrideLedger ledger = parse(
      "# after the meeting\n"
      "ada tp1.softmax +1 \"the text, = 100% ambiguous # 3\"\n"
      "ADA tp1=12.5 \"oral   exam\"\n"
      "bob tp1 excused \"ill\" # until Friday\n"
      "everybody tp1.nll -0.25 \"too easy\"\n"
      "bob tp1.mnist = 2 \"ran at home\"\n");
  ASSERT_EQ(ledger.adjustments.size(), 2U);
  EXPECT_EQ(ledger.adjustments[0].student, "ada");
  EXPECT_EQ(ledger.adjustments[0].what, "tp1.softmax");
  EXPECT_EQ(ledger.adjustments[0].by, 100);
  EXPECT_EQ(ledger.adjustments[0].reason, "the text, = 100% ambiguous # 3");
  EXPECT_EQ(ledger.adjustments[1].student, "");
  EXPECT_EQ(ledger.adjustments[1].by, -25);
  EXPECT_EQ(ledger.settings.at({"ada", "tp1"}).to, 1250);
  EXPECT_EQ(ledger.settings.at({"ada", "tp1"}).reason, "oral exam");
  EXPECT_EQ(ledger.settings.at({"bob", "tp1.mnist"}).to, 200);
  EXPECT_EQ(ledger.excuses.at({"bob", "tp1"}), "ill");
}

TEST(OverrideLedger, RefusesWhatItDoesNotUnderstand) {
  for (const auto& [line, words] : std::vector<std::pair<std::string, std::string>>{
           {"eve tp1 = 12 \"x\"", "the id of a student of this run"},
           {"ada tp9 = 12 \"x\"", "a lab or an exercise"},
           {"ada tp1.sofmax +1 \"x\"", "a lab or an exercise"},
           {"ada tp1.softmax 1 \"x\"", "+, - or ="},
           {"ada tp1.softmax + 1 \"x\"", "a change"},
           {"ada tp1.softmax +1.234 \"x\"", "two decimals"},
           {"ada tp1.softmax +0,5 \"x\"", "no comma"},
           {"ada tp1 = -1 \"x\"", "a number"},
           {"ada tp1 = 12,5 \"x\"", "no comma"},
           {"ada tp1 = 1e1 \"x\"", "a number"},
           {"ada tp1 = nan \"x\"", "a number"},
           {"ada tp1 = 12", "the reason in quotation marks"},
           {"ada tp1 = 12 oral", "the reason in quotation marks"},
           {"ada tp1 excused", "the reason in quotation marks"},
           {"ada tp1.softmax excused \"x\"", "only a whole lab"},
           {"ada tp1 = 12 \"x\" y", "the end of the line"}}) {
    EXPECT_THAT(refusal_of(line), AllOf(StartsWith("override.txt, line 1: "), HasSubstr(words)))
        << line;
  }
}

TEST(OverrideLedger, RefusesLinesThatContradictEachOther) {
  for (const auto& [first, second] : std::vector<std::pair<std::string, std::string>>{
           {"ada tp1 = 12 \"x\"", "ada tp1 = 12 \"x\""},
           {"ada tp1 = 12 \"x\"", "Ada tp1 excused \"x\""},
           {"ada tp1.nll = 1 \"x\"", "everybody tp1.nll = 2 \"x\""},
           {"everybody tp1 excused \"x\"", "ada tp1 = 1 \"x\""}}) {
    EXPECT_EQ(refusal_of(first), "");
    EXPECT_EQ(refusal_of(second), "");
    EXPECT_THAT(refusal_of(first + "\n" + second),
                AllOf(StartsWith("override.txt, line 2: "), HasSubstr("override.txt, line 1")))
        << second;
  }
  EXPECT_EQ(refusal_of("ada tp1 = 12 \"x\"\nbob tp1 = 13 \"x\"\nada tp2 = 1 \"x\"\n"
                       "ada tp1.nll = 1 \"x\"\nada tp1.nll +1 \"x\"\nada tp1.nll +1 \"x\""),
            "");
}

}  // namespace
}  // namespace gradus::marks

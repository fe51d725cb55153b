#include "report/terminal.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>
#include <unistd.h>

#include "report/story.hpp"
#include "report/words.hpp"
#include "tests/report/sample_results.hpp"

namespace gradus::report {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr Style kPlain{.colour = false, .unicode = false};
constexpr Style kFull{.colour = true, .unicode = true};

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> found;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) found.push_back(line);
  return found;
}

std::string without_colour(std::string text) {
  for (std::size_t at = 0; (at = text.find("\x1b[", at)) != std::string::npos;) {
    text.erase(at, text.find('m', at) - at + 1);
  }
  return text;
}

TEST(Points, AreWrittenAsPeopleDo) {
  EXPECT_EQ(points_text(0), "0");
  EXPECT_EQ(points_text(2000), "20");
  EXPECT_EQ(points_text(1350), "13.5");
  EXPECT_EQ(points_text(1305), "13.05");
  EXPECT_EQ(points_text(1333), "13.33");
  EXPECT_EQ(points_text(5), "0.05");
}

TEST(Terminal, WithoutColourThereIsNoEscapeByteWhateverTheStudentWrote) {
  const std::string text = terminal(test::sample_results(), kPlain);
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_TRUE(std::all_of(text.begin(), text.end(), [](char c) {
    return c == '\n' || static_cast<unsigned char>(c) >= 0x20;
  }));
}

TEST(Terminal, ColourIsAllThatColourAdds) {
  const Style unicode{.colour = false, .unicode = true};
  const std::string coloured = terminal(test::sample_results(), kFull);
  EXPECT_NE(coloured.find('\x1b'), std::string::npos);
  EXPECT_EQ(without_colour(coloured), terminal(test::sample_results(), unicode));
}

TEST(Terminal, AsciiIsEnoughWithoutUtf8) {
  Results results = test::sample_results();
  for (ExerciseResult& e : results.labs[0].exercises) e.advice = e.printed = e.message = "";
  const std::string text = line(results.labs[0].exercises[0], kPlain);
  EXPECT_TRUE(std::all_of(text.begin(), text.end(),
                          [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
}

TEST(Terminal, FitsIntoEightyColumns) {
  Results results = test::sample_results();
  // The compiler's and the program's own words stay as they are.
  for (LabResult& lab : results.labs) {
    for (ExerciseResult& e : lab.exercises) e.advice = e.printed = "";
  }
  for (const std::string& line : lines(terminal(results, kPlain))) {
    if (line.find("error:") != std::string::npos) continue;
    EXPECT_LE(line.size(), 80U) << line;
  }
}

TEST(Terminal, EveryVerdictIsSaidInWords) {
  const std::string text = terminal(test::sample_results(), kPlain);
  for (const char* words :
       {"wrong answer", "not started", "did not build", "crashed", "took too long",
        "ran out of memory", "unusable reply", "not finished", "our fault"}) {
    EXPECT_THAT(text, HasSubstr(words));
  }
}

TEST(Terminal, OurOwnFaultIsSaidAtTheEnd) {
  Results results = test::sample_results();
  EXPECT_THAT(terminal(results, kPlain), HasSubstr("must not be used"));
  results.labs.resize(1);
  results.labs[0].exercises.resize(1);
  EXPECT_THAT(terminal(results, kPlain), Not(HasSubstr("must not be used")));
}

TEST(Terminal, TotalsAreShown) {
  EXPECT_THAT(terminal(test::sample_results(), kPlain), HasSubstr("12.5 / 40"));
}

TEST(Details, TellTheFirstFailureAndNameTheOthers) {
  const std::string text = details(test::exercise_with(Verdict::kWrong), kPlain);
  EXPECT_THAT(text, HasSubstr("(tp1.softmax.extreme)"));
  EXPECT_THAT(text, HasSubstr("input     logits = [0, 710]"));
  EXPECT_THAT(text, HasSubstr("expected  softmax(logits) = [0, 1]"));
  EXPECT_THAT(text, HasSubstr("also      pure (not finished)"));
  EXPECT_THAT(text, HasSubstr("./gradus replay tp1.softmax extreme"));
  EXPECT_THAT(text, Not(HasSubstr("give points once the values"))) << "the values are right here";
}

TEST(Details, SayThatNothingPaysBeforeTheValues) {
  ExerciseResult e = test::exercise_with(Verdict::kWrong);
  e.checks[0].verdict = Verdict::kWrong;
  EXPECT_THAT(details(e, kPlain), HasSubstr("give points once the values are right"));
}

TEST(Details, ExplainAVerdictThatHasNoStoryOfItsOwn) {
  ExerciseResult e = test::exercise_with(Verdict::kTimedOut);
  e.checks[1].story.why.clear();
  EXPECT_THAT(details(e, kPlain), HasSubstr("loop that never ends"));
}

TEST(Details, AreEmptyForWhatIsPassedOrNotBegun) {
  EXPECT_THAT(details(test::exercise_with(Verdict::kPassed), kPlain), IsEmpty());
  EXPECT_THAT(details(test::exercise_with(Verdict::kNotStarted), kPlain), IsEmpty());
}

TEST(Details, ShowWhatDidNotBuildWithItsFile) {
  const std::string text = details(test::exercise_with(Verdict::kDidNotBuild), kPlain);
  EXPECT_THAT(text, HasSubstr("declared but nowhere defined"));
  EXPECT_THAT(text, HasSubstr("tp1/softmax.cpp:1: error:"));
  EXPECT_THAT(text, HasSubstr("labs/tp1/softmax.cpp"));
}

TEST(Wrap, BreaksAtSpacesOnly) {
  const std::string text = wrap(std::string(50, 'a') + " " + std::string(40, 'b'), "> ", "  ");
  EXPECT_THAT(lines(text), ElementsAre("> " + std::string(50, 'a'), "  " + std::string(40, 'b')));
  EXPECT_EQ(wrap(std::string(100, 'x'), "", ""), std::string(100, 'x') + "\n");
  EXPECT_EQ(wrap(std::string(39, 'x') + " " + std::string(40, 'y'), "", ""),
            std::string(39, 'x') + " " + std::string(40, 'y') + "\n")
      << "80 columns are allowed";
}

TEST(Wrap, CountsCharactersAndNotBytes) {
  std::string wide;
  for (int i = 0; i < 39; ++i) wide += "\u00e9";
  EXPECT_THAT(lines(wrap(wide + " " + wide, "", "")), testing::SizeIs(1));
}

TEST(Wrap, KeepsLineBreaks) {
  EXPECT_EQ(wrap("one\n\ntwo", "> ", "  "), "> one\n  \n  two\n");
  EXPECT_EQ(wrap("", "> ", "  "), "");
}

TEST(Style, IsPlainWhereNobodyLooks) {
  ::setenv("LC_ALL", "C.UTF-8", 1);
  std::array<int, 2> pipe{};
  ASSERT_EQ(::pipe(pipe.data()), 0);
  EXPECT_FALSE(Style::of(pipe[1]).colour);
  EXPECT_TRUE(Style::of(pipe[1]).unicode);
  ::setenv("LC_ALL", "C", 1);
  EXPECT_FALSE(Style::of(pipe[1]).unicode);
}

}  // namespace
}  // namespace gradus::report

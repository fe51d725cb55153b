#include "check/expect.hpp"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>

#include "check/story.hpp"

namespace gradus::check {
namespace {

using testing::HasSubstr;
using testing::Not;

const Case kInput({{"x", column({1, 2}), 'n'}});

std::optional<Story> story_of(const Array& got, const Array& expected, double tolerance) {
  try {
    expect_close(kInput, "f(x)", got, expected, tolerance, "because");
  } catch (const Falsified& e) {
    return e.story();
  }
  return std::nullopt;
}

TEST(ExpectClose, WithinToleranceIsRight) {
  EXPECT_FALSE(story_of(column({1.0, 2.05}), column({1.0, 2.0}), 0.1));
  EXPECT_FALSE(story_of(scalar(0.1), scalar(0.0), 0.1)) << "the bound belongs to it";
}

TEST(ExpectClose, OutsideIsTheStoryOfTheWorstEntry) {
  const auto story = story_of(column({1.2, 2.5}), column({1.0, 2.0}), 0.1);
  ASSERT_TRUE(story);
  EXPECT_EQ(story->input, "x = [1, 2]");
  EXPECT_EQ(story->expected, "f(x) = [1, 2]");
  EXPECT_THAT(story->got, HasSubstr("f(x) = [1.2, 2.5]\nentry 1: got 2.5, expected 2"));
  EXPECT_THAT(story->got, HasSubstr("off by 0.5"));
  EXPECT_EQ(story->why, "because");
}

TEST(ExpectClose, TheWorstEntryOfAMatrixIsNamedByRowAndColumn) {
  Array got({2, 2});
  got(1, 0) = 5.0;
  EXPECT_THAT(story_of(got, Array({2, 2}), 0.1)->got, HasSubstr("entry (1, 0): got 5"));
}

TEST(ExpectClose, NaNIsNeverClose) {
  const auto story = story_of(column({5.0, NAN}), column({1.0, 2.0}), 1e300);
  ASSERT_TRUE(story);
  EXPECT_THAT(story->got, HasSubstr("entry 1: got nan"));
  EXPECT_THAT(story->got, Not(HasSubstr("off by")));
  EXPECT_TRUE(story_of(scalar(NAN), scalar(NAN), 1.0));
  EXPECT_TRUE(story_of(scalar(1.0), scalar(1.0), NAN)) << "a tolerance of NaN admits nothing";
}

TEST(ExpectClose, InfinityIsCloseToItselfOnly) {
  EXPECT_FALSE(story_of(scalar(INFINITY), scalar(INFINITY), 0.0));
  EXPECT_TRUE(story_of(scalar(INFINITY), scalar(-INFINITY), INFINITY));
  EXPECT_TRUE(story_of(scalar(INFINITY), scalar(1e308), INFINITY));
  EXPECT_TRUE(story_of(scalar(1.0), scalar(INFINITY), 1.0));
}

TEST(ExpectClose, NaNIsWorseThanAnyNumber) {
  EXPECT_THAT(story_of(column({1e300, NAN}), column({0.0, 0.0}), 0.1)->got, HasSubstr("entry 1"));
}

TEST(ExpectClose, EachEntryHasItsOwnTolerance) {
  EXPECT_NO_THROW(
      expect_close(kInput, "f", column({1.5, 2.0}), column({1.0, 2.0}), column({1.0, 0.0})));
  EXPECT_THROW(
      expect_close(kInput, "f", column({1.0, 2.5}), column({1.0, 2.0}), column({1.0, 0.0})),
      Falsified);
}

TEST(ExpectFinite, RefusesNaNAndInfinity) {
  EXPECT_NO_THROW(expect_finite(kInput, "f", column({1e308, -0.0}), ""));
  EXPECT_THROW(expect_finite(kInput, "f", column({1, NAN}), ""), Falsified);
  EXPECT_THROW(expect_finite(kInput, "f", column({-INFINITY, 1}), ""), Falsified);
}

TEST(Expect, TellsWhatItWasTold) {
  EXPECT_NO_THROW(expect(true, kInput, "a", "b"));
  try {
    expect(false, kInput, "a", "b", "c");
    ADD_FAILURE();
  } catch (const Falsified& e) {
    EXPECT_EQ(e.story().expected, "a");
    EXPECT_EQ(e.story().got, "b");
    EXPECT_EQ(e.story().why, "c");
  }
}

TEST(ExpectUnchanged, NamesWhatWasChanged) {
  EXPECT_NO_THROW(expect_unchanged(kInput, {}));
  Answer answer;
  answer.changed = {"W", "x"};
  try {
    expect_unchanged(kInput, answer);
    ADD_FAILURE();
  } catch (const Falsified& e) {
    EXPECT_EQ(e.story().got, "changed: W, x");
  }
}

}  // namespace
}  // namespace gradus::check

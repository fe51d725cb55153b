#include "loop/hints.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gradus::loop {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Hints, EveryExerciseHasThreeOfReadableLength) {
  for (const Lab& lab : catalogue()) {
    for (const Exercise& e : lab.exercises) {
      EXPECT_EQ(e.hints.size(), 3U) << e.slug;
      for (const std::string_view hint : e.hints) {
        EXPECT_GT(hint.size(), 40U) << e.slug;
        EXPECT_LE(hint.size(), 320U) << e.slug;
      }
    }
  }
}

TEST(Hints, AreShownOneAfterTheOther) {
  const Exercise& e = *find_exercise("tp1.softmax");
  const std::string one = hints_text(e, 1, {});
  EXPECT_THAT(one, HasSubstr("hint 1"));
  EXPECT_THAT(one, Not(HasSubstr("hint 2")));
  EXPECT_THAT(one, HasSubstr("2 more"));
  const std::string all = hints_text(e, 3, {});
  EXPECT_THAT(all, HasSubstr("hint 3"));
  EXPECT_THAT(all, HasSubstr("That was the last one"));
  EXPECT_EQ(hints_text(e, 50, {}), all);
  EXPECT_THAT(hints_text(e, 0, {}), HasSubstr("You have read none yet"));
}

}  // namespace
}  // namespace gradus::loop

#include "specs/specs.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>
#include <stdexcept>

#include "catalogue/exercise.hpp"

namespace gradus::specs {
namespace {

using check::Kind;

/// The exercises that have checks so far, each with them.
template <class Look>
void each_spec(Look look) {
  int seen = 0;
  for (const Lab& lab : catalogue()) {
    for (const Exercise& e : lab.exercises) {
      const check::Spec* spec = nullptr;
      try {
        spec = &spec_of(e.slug);
      } catch (const std::out_of_range&) {
        EXPECT_NE(lab.name, "tp1") << e.slug << " has no checks";
        continue;
      }
      look(e, *spec);
      ++seen;
    }
  }
  EXPECT_GE(seen, 6);
}

TEST(Specs, PointsOfTheChecksAddUpToThoseOfTheExercise) {
  each_spec([](const Exercise& e, const check::Spec& spec) {
    Points sum = 0;
    for (const check::Check& c : spec.checks) {
      EXPECT_GT(c.points, 0) << e.slug << "." << c.idea;
      sum += c.points;
    }
    EXPECT_EQ(sum, e.points) << e.slug;
  });
}

TEST(Specs, EveryExerciseHasAValueCheckAndShowsItFirst) {
  each_spec([](const Exercise& e, const check::Spec& spec) {
    ASSERT_FALSE(spec.checks.empty()) << e.slug;
    EXPECT_EQ(spec.checks[0].kind, Kind::kValue) << e.slug;
  });
}

TEST(Specs, IdeasAreSlugsAndOfOneExerciseAllDifferent) {
  each_spec([](const Exercise& e, const check::Spec& spec) {
    std::set<std::string_view> ideas;
    for (const check::Check& c : spec.checks) {
      EXPECT_TRUE(ideas.insert(c.idea).second) << e.slug << "." << c.idea;
      EXPECT_TRUE(std::all_of(c.idea.begin(), c.idea.end(), [](char x) {
        return (x >= 'a' && x <= 'z') || (x >= '0' && x <= '9') || x == '_';
      })) << c.idea;
    }
  });
}

TEST(Specs, ClaimsAreShortSentences) {
  each_spec([](const Exercise& e, const check::Spec& spec) {
    for (const check::Check& c : spec.checks) {
      EXPECT_TRUE(c.claim.ends_with('.')) << e.slug << "." << c.idea << ": " << c.claim;
      EXPECT_LE(c.claim.size(), 100U) << e.slug << "." << c.idea << ": " << c.claim;
    }
  });
}

TEST(Catalogue, EveryLabIsWorthTwenty) {
  for (const Lab& lab : catalogue()) EXPECT_EQ(lab.points(), 2000) << lab.name;
}

TEST(Catalogue, AnExerciseNeedsOnlyEarlierOnesOfItsLab) {
  for (const Lab& lab : catalogue()) {
    std::set<std::string_view> earlier;
    for (const Exercise& e : lab.exercises) {
      for (const std::string_view needed : e.needs) EXPECT_TRUE(earlier.contains(needed)) << e.slug;
      EXPECT_EQ(e.lab(), lab.name);
      EXPECT_EQ(find_exercise(e.slug), &e);
      earlier.insert(e.slug);
    }
    EXPECT_EQ(find_lab(lab.name), &lab);
  }
  EXPECT_EQ(find_lab("tp9"), nullptr);
  EXPECT_EQ(find_exercise("tp1.cooking"), nullptr);
}

}  // namespace
}  // namespace gradus::specs

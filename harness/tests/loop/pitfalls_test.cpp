#include "loop/pitfalls.hpp"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <sstream>

#include "mistakes/bank.hpp"
#include "specs/specs.hpp"

namespace gradus::loop {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kPage =
    "# Pitfalls {#pitfalls}\n\n## One {#one}\n\nFirst\nline.\n\n- an item that\n  goes on\n"
    "- another\n\n```\nx  =  1\n```\n\n## Two {#two}\n\nA **bold** word.\n";

std::string pitfalls_page() {
  std::ifstream in(GRADUS_PITFALLS);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Pitfalls, ASectionEndsWhereTheNextBegins) {
  const auto one = find_pitfall(kPage, "one");
  ASSERT_TRUE(one);
  EXPECT_EQ(one->title, "One");
  EXPECT_THAT(one->text, HasSubstr("x  =  1"));
  EXPECT_THAT(one->text, Not(HasSubstr("Two")));
  EXPECT_TRUE(find_pitfall(kPage, "two"));
  for (const char* anchor : {"", "on", "pitfalls", "line."}) {
    EXPECT_FALSE(find_pitfall(kPage, anchor)) << anchor;
  }
}

TEST(Pitfalls, AreFoundByTheirTitlesToo) {
  const char* page = "## Exponentials overflow {#softmax_shift}\n\nText.\n";
  EXPECT_TRUE(find_pitfall(page, "exponentials Overflow"));
  EXPECT_FALSE(find_pitfall(page, "exponentials"));
  EXPECT_EQ(pitfall_list(page), "  softmax_shift         Exponentials overflow\n");
}

TEST(Pitfalls, TitlesAreKnownByTheirAnchors) {
  EXPECT_EQ(pitfall_titles(kPage),
            (std::map<std::string, std::string>{{"one", "One"}, {"two", "Two"}}));
}

TEST(Pitfalls, ParagraphsAreJoinedAndCodeIsKept) {
  EXPECT_EQ(pitfall_text(*find_pitfall(kPage, "one"), {}),
            "One\n\n  First line.\n\n  - an item that goes on\n\n  - another\n\n"
            "      x  =  1\n\n");
  EXPECT_EQ(pitfall_text(*find_pitfall(kPage, "two"), {}), "Two\n\n  A bold word.\n\n");
}

TEST(Pitfalls, EveryKnownMistakeAndEveryCheckLeadsToASection) {
  const std::string page = pitfalls_page();
  for (const Lab& lab : catalogue()) {
    for (const Exercise& e : lab.exercises) {
      EXPECT_TRUE(find_pitfall(page, e.notes)) << e.slug << " points to " << e.notes;
      for (const mistakes::Mistake& m : mistakes::mistakes_of(e.slug)) {
        EXPECT_TRUE(find_pitfall(page, m.notes)) << m.name << " points to " << m.notes;
      }
      for (const check::Check& c : specs::spec_of(e.slug).checks) {
        const std::string slug = std::string(e.slug) + "." + std::string(c.idea);
        EXPECT_TRUE(find_pitfall(page, anchor_of(slug))) << slug;
      }
    }
  }
}

TEST(Pitfalls, FitEightyColumns) {
  std::istringstream page(pitfalls_page());
  for (std::string line; std::getline(page, line);) {
    if (!line.starts_with("## ")) continue;
    const std::string anchor = line.substr(line.find("{#") + 2);
    const auto pitfall = find_pitfall(pitfalls_page(), anchor.substr(0, anchor.size() - 1));
    ASSERT_TRUE(pitfall) << line;
    std::istringstream lines(pitfall_text(*pitfall, {}));
    for (std::string shown; std::getline(lines, shown);) EXPECT_LE(shown.size(), 80U) << shown;
  }
}

TEST(Anchors, AMistakeHasItsOwnAndACheckThatOfMostOfItsMistakes) {
  EXPECT_EQ(anchor_of("tp1.softmax.no_shift"), "softmax_shift");
  EXPECT_EQ(anchor_of("tp1.softmax.shift"), "softmax_shift");
  for (const char* slug : {"", "tp1", "tp1.softmax", "tp1.softmax.", "tp1.softmax.nonsense",
                           "tp9.softmax.shift", "."}) {
    EXPECT_THAT(anchor_of(slug), IsEmpty()) << slug;
  }
}

}  // namespace
}  // namespace gradus::loop

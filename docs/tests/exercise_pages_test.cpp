#include "exercises/exercise_pages.hpp"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>

#include "mistakes/bank.hpp"
#include "specs/specs.hpp"

namespace gradus::notes {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Plain, TakesTheMeaningFromEveryCharacter) {
  EXPECT_EQ(plain("softmax(x)_i < 1"), "softmax(x)\\_i \\< 1");
  EXPECT_EQ(plain("a | b"), "a &vert; b");
  EXPECT_EQ(plain("@ref x \\f$ #1 %d & \"q\" [l] `c` ~*"),
            "\\@ref x \\\\f$ \\#1 \\%d \\& \\\"q\\\" \\[l\\] \\`c\\` \\~\\*");
}

TEST(FactsOf, CountsTheLinesThatAStudentWrites) {
  const SolutionFacts facts = facts_of(
      "#include \"tp1/softmax.hpp\"\n#include \"nn/matrix.hpp\"\n\nint given;\n"
      "  // BEGIN SOLUTION(tp1.softmax; logits): return it.\n  // why\n  int a = 1;\n\n  return "
      "a;\n  // END SOLUTION(tp1.softmax)\n}\n");
  EXPECT_EQ(facts.header, "tp1/softmax.hpp");
  EXPECT_EQ(facts.lines, 2);
}

class ExercisePage : public testing::TestWithParam<const Exercise*> {
 protected:
  const Exercise& exercise_ = *GetParam();
  const std::string page_ = exercise_page(exercise_, {.header = "a.hpp", .lines = 7});
};

TEST_P(ExercisePage, ShowsEveryHintAndEveryDemand) {
  EXPECT_THAT(page_, testing::StartsWith("# " + std::string(exercise_.title) + " {#" +
                                         page_id(exercise_.slug) + "}\n"));
  for (const std::string_view hint : exercise_.hints) EXPECT_THAT(page_, HasSubstr(plain(hint)));
  for (const check::Check& c : specs::spec_of(exercise_.slug).checks) {
    EXPECT_THAT(page_, HasSubstr("| `" + std::string(c.idea) + "` | " + plain(c.claim) + " |"));
  }
  for (const std::string_view slug : exercise_.needs) EXPECT_THAT(page_, HasSubstr(page_id(slug)));
}

TEST_P(ExercisePage, SaysOfEveryKnownMistakeWhatTheGraderSays) {
  for (const mistakes::Mistake& m : mistakes::mistakes_of(exercise_.slug)) {
    EXPECT_THAT(page_, HasSubstr("| " + plain(m.says) + " | @ref " + std::string(m.notes) + " |"))
        << m.name;
  }
}

TEST_P(ExercisePage, IsReachedFromItsBoxTheListAndTheSideBar) {
  const std::string id = page_id(exercise_.slug);
  EXPECT_THAT(exercise_box(exercise_), HasSubstr("href=\"" + id + ".html\""));
  EXPECT_THAT(list_of_exercises(), HasSubstr("@ref " + id + " "));
  EXPECT_THAT(exercise_tabs(), HasSubstr("url=\"@ref " + id + "\""));
}

TEST_P(ExercisePage, IsLinkedByTheChapterThatItNames) {
  const std::string mark = "{#" + std::string(exercise_.chapter) + "}";
  std::string found;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(GRADUS_DOCS) / "chapters")) {
    std::ifstream in(entry.path());
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    if (text.find(mark) != std::string::npos) found = text;
  }
  EXPECT_THAT(found, HasSubstr("@exercisebox{" + page_id(exercise_.slug).substr(3) + "}"));
}

std::vector<const Exercise*> all_exercises() {
  std::vector<const Exercise*> all;
  for (const Lab& lab : catalogue()) {
    for (const Exercise& e : lab.exercises) all.push_back(&e);
  }
  return all;
}

INSTANTIATE_TEST_SUITE_P(Notes, ExercisePage, testing::ValuesIn(all_exercises()),
                         [](const auto& e) { return page_id(e.param->slug).substr(3); });

}  // namespace
}  // namespace gradus::notes

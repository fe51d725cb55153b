// Every chapter has the parts that readers look for, and every number in it is computed by its file
// in docs/examples.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace gradus::notes {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

const fs::path kDocs = GRADUS_DOCS;

std::string contents(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> chapter_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kDocs / "chapters")) {
    names.push_back(entry.path().stem());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string without(const std::string& text, const std::string& pattern) {
  return std::regex_replace(text, std::regex(pattern), " ");
}

/// Digits, perhaps with a decimal point, thousands' commas and an exponent of ten.
std::set<std::string> numbers_in(const std::string& text) {
  static const std::regex number(R"((^|[^\w.])(\d+(,\d{3})*(\.\d+)?(e[+-]?\d+)?))");
  std::set<std::string> numbers;
  for (std::sregex_iterator match(text.begin(), text.end(), number), end; match != end; ++match) {
    std::string found = (*match)[2];
    std::erase(found, ',');
    numbers.insert(found);
  }
  return numbers;
}

/// What a page says itself: no command, inline code, drawing, link or name of a file.
std::string prose_of(const std::string& page) {
  std::string text = without(page, R"(```sh\n[^`]*```)");
  text = without(text, R"(```\w*\n)");
  text = without(text, R"(@dot\b[^@]*@enddot)");
  text = without(text, "`[^`\n]*`");
  text = without(text, R"(@(snippet|htmlinclude|verbinclude|prevnext|exercisebox)[^\n]*)");
  text = without(text, R"re(@ref \w+(\s"[^"]*")?)re");
  return without(text, R"(\{#\w+\})");
}

std::set<std::string> shown_in(const std::string& example) {
  static const std::regex shown(R"re(EXPECT_SHOWN\(\s*"-?([^"]+)")re");
  std::set<std::string> numbers;
  for (std::sregex_iterator match(example.begin(), example.end(), shown), end; match != end;
       ++match) {
    std::string found = (*match)[1];
    std::erase(found, ',');
    numbers.insert(found);
  }
  return numbers;
}

/// The decimal numbers that nobody computes. Inline code, links and names of files are left out.
std::set<std::string> unproven_decimals(const std::string& page, const std::string& example) {
  std::set<std::string> unproven = numbers_in(prose_of(page));
  const std::set<std::string> shown = shown_in(example);
  std::erase_if(unproven, [&](const std::string& number) {
    return number.find_first_of(".e") == std::string::npos || shown.contains(number);
  });
  return unproven;
}

/// As above for a chapter, with the whole numbers of the section of worked numbers.
std::set<std::string> unproven_numbers(const std::string& chapter, const std::string& example) {
  std::set<std::string> unproven = unproven_decimals(chapter, example);
  const std::set<std::string> shown = shown_in(example);
  static const std::regex title_of_numbers("## .*numbers.*", std::regex::icase);
  std::istringstream lines(prose_of(chapter));
  bool worked = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("## ")) worked = std::regex_match(line, title_of_numbers);
    if (!worked) continue;
    for (const std::string& number : numbers_in(line)) {
      if (!shown.contains(number)) unproven.insert(number);
    }
  }
  return unproven;
}

TEST(UnprovenNumbers, AreThoseThatNoExampleComputes) {
  const std::string example =
      "EXPECT_SHOWN(\"0.5\", x); EXPECT_SHOWN(\"-2\", y);\n"
      "  EXPECT_SHOWN(\n      \"1.4e-45\", z);EXPECT_SHOWN(\"60,000\", n)";
  EXPECT_EQ(unproven_numbers("Half is 0.5, tiny 1.4e-45.\n", example), std::set<std::string>{});
  EXPECT_EQ(unproven_numbers("Nearly 0.51, see `0.7` and 3.\n", example),
            (std::set<std::string>{"0.51"}));
  EXPECT_EQ(
      unproven_numbers("x = 7\n\n## With numbers {#x_numbers}\n\n-2, 60,000 and 8\n", example),
      (std::set<std::string>{"8"}));
  EXPECT_EQ(unproven_numbers("## Numbers\n1\n## Later\n7\n", example),
            (std::set<std::string>{"1"}));
}

TEST(UnprovenDecimals, AreLookedForInBlocksOfText) {
  EXPECT_EQ(unproven_decimals("Says `0.7`:\n\n```\n0.25 and 3\n```\n", "EXPECT_SHOWN(\"0.7\", x)"),
            (std::set<std::string>{"0.25"}));
}

/// A page beside the chapters that shows numbers.
class Page : public testing::TestWithParam<std::string> {};

TEST_P(Page, ShowsOnlyDecimalsThatItsExampleComputes) {
  const fs::path page = kDocs / (GetParam() + ".md");
  const fs::path example = kDocs / "examples" / (page.stem().string() + ".cpp");
  EXPECT_THAT(unproven_decimals(contents(page), contents(example)), testing::IsEmpty())
      << "Let a test in " << example << " compute them: EXPECT_SHOWN(\"number\", value).";
}

INSTANTIATE_TEST_SUITE_P(Notes, Page,
                         testing::Values("lookup/pitfalls", "lookup/map", "lookup/notation",
                                         "lookup/glossary", "teaching/grading", "teaching/mistakes",
                                         "teaching/authoring", "teaching/results", "index"));

class Chapter : public testing::TestWithParam<std::string> {
 protected:
  const std::string text_ = contents(kDocs / "chapters" / (GetParam() + ".md"));
};

TEST_P(Chapter, ShowsOnlyNumbersThatItsExampleComputes) {
  const fs::path example = kDocs / "examples" / (GetParam() + ".cpp");
  ASSERT_TRUE(fs::exists(example)) << example;
  EXPECT_THAT(unproven_numbers(text_, contents(example)), testing::IsEmpty())
      << "Let a test in " << example << " compute them: EXPECT_SHOWN(\"number\", value).";
}

TEST_P(Chapter, TakesItsCodeFromCompiledFiles) {
  static const std::regex fence(R"(\n```(\w*)\n)");
  for (std::sregex_iterator match(text_.begin(), text_.end(), fence), end; match != end; ++match) {
    // A closing fence has no language either.
    EXPECT_THAT((*match)[1].str(), testing::AnyOf("", "sh"));
  }
  EXPECT_EQ(text_.find("@code"), std::string::npos);
  EXPECT_EQ(text_.find("\n    "), std::string::npos)
      << "An indented block is code that nobody compiles.";
}

TEST_P(Chapter, HasThePartsThatReadersLookFor) {
  for (const char* part : {"\n[TOC]\n", "\n@goal\n", "\n@figure\n", "\n@caption\n", "\n@check{",
                           "_problem}\n", "_numbers}\n", "_shapes}\n", "_pitfalls}\n", "_check}\n",
                           "_exercise}\n", "_world}\n", "prevnext"}) {
    EXPECT_THAT(text_, HasSubstr(part));
  }
}

TEST_P(Chapter, ClosesWhatItOpens) {
  const auto count = [&](const std::string& word) {
    int found = 0;
    for (std::size_t at = 0; (at = text_.find(word, at)) != std::string::npos; at += word.size()) {
      ++found;
    }
    return found;
  };
  EXPECT_EQ(count("\n@goal\n"), count("\n@endgoal\n"));
  EXPECT_EQ(count("\n@figure\n"), count("\n@endfigure\n"));
  EXPECT_EQ(count("\n@check{"), count("\n@endcheck\n"));
}

INSTANTIATE_TEST_SUITE_P(Notes, Chapter, testing::ValuesIn(chapter_names()),
                         [](const auto& name) { return "Number" + name.param; });

}  // namespace
}  // namespace gradus::notes

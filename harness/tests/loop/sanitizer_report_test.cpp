#include "loop/sanitizer_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gradus::loop {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kFile = "tp1/softmax.cpp";

TEST(SanitizerStory, NamesTheFirstLineOfTheStudentsFile) {
  const std::string story = sanitizer_story(
      "==7==ERROR: AddressSanitizer: heap-use-after-free on address 0x60\n"
      "    #0 0x5 in nn::helper kit/vector.cpp:9\n"
      "    #1 0x5 in tp1::softmax(nn::Vector const&) tp1/softmax.cpp:14\n"
      "freed by thread T0 here:\n    #1 0x5 in tp1::softmax tp1/softmax.cpp:12\n",
      kFile);
  EXPECT_THAT(story, HasSubstr("labs/tp1/softmax.cpp, line 14: "));
  EXPECT_THAT(story, HasSubstr("given back already"));
  EXPECT_THAT(story, HasSubstr("(heap-use-after-free)"));
}

TEST(SanitizerStory, ListsUndefinedBehaviour) {
  EXPECT_EQ(sanitizer_story("tp1/softmax.cpp:14:7: runtime error: division by zero\n"
                            "kit/other.cpp:3:1: runtime error: not yours\n",
                            kFile),
            "labs/tp1/softmax.cpp, line 14: division by zero.\n");
}

TEST(SanitizerStory, SaysWhatItKnowsWithoutALine) {
  const std::string story =
      sanitizer_story("==7==ERROR: LeakSanitizer: detected memory leaks\n", kFile);
  EXPECT_THAT(story, HasSubstr("labs/tp1/softmax.cpp: Memory from new"));
  EXPECT_THAT(story, Not(HasSubstr("line")));
}

TEST(SanitizerStory, IsEmptyForAnythingElse) {
  for (const char* report : {"", "ERROR: nothing known\n", "tp1/softmax.cpp:14: a warning\n"}) {
    EXPECT_THAT(sanitizer_story(report, kFile), IsEmpty()) << report;
  }
}

}  // namespace
}  // namespace gradus::loop

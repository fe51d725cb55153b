#include "release/contents.hpp"

#include <gtest/gtest.h>

#include "release/bare_code.hpp"

namespace gradus::release {
namespace {

TEST(Students, GetHeadersGivenCodeAndTheGrader) {
  for (const char* file : {"gradus", "CMakeLists.txt", "LICENSE", "labs/tp1/softmax.hpp",
                           "labs/tp2/tensor.cpp", "labs/kit/nn/vector.hpp", "labs/README.md",
                           "harness/judge/judge.cpp", "harness/mistakes/bank.hpp"}) {
    EXPECT_TRUE(is_for_students(file)) << file;
  }
}

TEST(Students, GetNoSolutionNoVersionOfTheBankAndNoTests) {
  for (const char* file :
       {"solutions/tp1/softmax.cpp", "solutions/CMakeLists.txt", "labs/tp1/softmax.cpp",
        "harness/mistakes/tp1/softmax/no_shift.cpp", "harness/mistakes/tp2/tanh/correct/own.cpp",
        "harness/tests/attacks/use_another_exercise.cpp", "harness/bench/loop.cpp", ".ci/run",
        "README.md", "docs/examples/softmax.cpp", "seed", "runs/tp1/gradebook.sqlite"}) {
    EXPECT_FALSE(is_for_students(file)) << file;
  }
}

TEST(BareCode, HasNeitherCommentsNorWhiteSpace) {
  EXPECT_EQ(bare_code("  a = b;  // as https://x says\n\t// all of it\r\n c;"), "a=b;c;");
  EXPECT_EQ(bare_code("see https://example.org/a now"), "seehttps://example.org/anow");
  EXPECT_EQ(bare_code(""), "");
}

TEST(TextOfPage, IsWhatAReaderSees) {
  EXPECT_EQ(text_of_page("<p>a &lt; b &amp;&amp; c</p>\n<span class=\"lineno\"> 12</span>x&#160;y"),
            "a < b && c\nx y");
  EXPECT_EQ(text_of_page("R&D <unfinished"), "R&D ");
  EXPECT_EQ(text_of_page("<span class=\"lineno\">12"), "");
}

}  // namespace
}  // namespace gradus::release

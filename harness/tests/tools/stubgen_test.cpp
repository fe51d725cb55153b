#include "tools/stubgen.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <sstream>
#include <string>

#include "tools/stub_tree.hpp"

namespace gradus::tools {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr const char* kSoftmaxSolution = R"(#include "tp1/softmax.hpp"

#include <algorithm>  // SOLUTION ONLY

namespace tp1 {
namespace {
// BEGIN HELPERS(tp1.softmax)
double largest(const nn::Vector& v) { return nn::max(v); }
// END HELPERS(tp1.softmax)
}  // namespace

nn::Vector softmax(const nn::Vector& logits) {
  // BEGIN SOLUTION(tp1.softmax; logits): shift by the largest logit, exponentiate, normalise.
  const nn::Vector e = nn::exp(logits - largest(logits));
  return e * (1.0 / nn::sum(e));
  // END SOLUTION(tp1.softmax)
}
}  // namespace tp1
)";

constexpr const char* kSoftmaxStub = R"(#include "tp1/softmax.hpp"

namespace tp1 {
namespace {
// Your own helpers go here.
}  // namespace

nn::Vector softmax(const nn::Vector& logits) {
  // TODO(tp1.softmax): shift by the largest logit, exponentiate, normalise.
  nn::todo("tp1.softmax", logits);
}
}  // namespace tp1
)";

/// A region of tp1.softmax around the given lines.
std::string region(const std::string& begin, const std::string& body = "  return x;\n",
                   const std::string& end = "  // END SOLUTION(tp1.softmax)\n") {
  return "  // " + begin + "\n" + body + end;
}

std::string stub_of(const std::string& solution) { return make_stub("softmax.cpp", solution); }

/// What the generator says of a solution that it rejects; empty if it accepts it.
std::string complaint(const std::string& solution) {
  try {
    stub_of(solution);
  } catch (const StubError& error) {
    return error.what();
  }
  return "";
}

TEST(Stubgen, LeavesTheStudentTheFileWithoutTheSolution) {
  EXPECT_EQ(stub_of(kSoftmaxSolution), kSoftmaxStub);
}

TEST(Stubgen, NeedsNoArguments) {
  const std::string stub = "  // TODO(tp1.softmax): do it.\n  nn::todo(\"tp1.softmax\");\n";
  EXPECT_EQ(stub_of(region("BEGIN SOLUTION(tp1.softmax): do it.")), stub);
  EXPECT_EQ(stub_of(region("BEGIN SOLUTION(tp1.softmax; ): do it.")), stub);
}

TEST(Stubgen, KeepsParenthesesAndColonsInArgumentsAndHint) {
  EXPECT_EQ(stub_of(region("BEGIN SOLUTION(tp1.softmax; x.data(), nn::one): see (3): x(i) / sum.")),
            "  // TODO(tp1.softmax): see (3): x(i) / sum.\n"
            "  nn::todo(\"tp1.softmax\", x.data(), nn::one);\n");
}

TEST(Stubgen, CarriesTheHintOverCommentLinesUntilCode) {
  EXPECT_EQ(stub_of(region("BEGIN SOLUTION(tp1.softmax; x): shift,",
                           "  // exponentiate,\n  // normalise.\n  return x;  // secret\n")),
            "  // TODO(tp1.softmax): shift,\n  // exponentiate,\n  // normalise.\n"
            "  nn::todo(\"tp1.softmax\", x);\n");
}

TEST(Stubgen, EndsTheHintAtABareCommentLine) {
  const std::string stub = stub_of(
      region("BEGIN SOLUTION(tp1.softmax; x): shift.", "  //\n  // secret remark\n  return x;\n"));
  EXPECT_EQ(stub, "  // TODO(tp1.softmax): shift.\n  nn::todo(\"tp1.softmax\", x);\n");
}

TEST(Stubgen, TakesAHintThatStartsOnTheNextLine) {
  EXPECT_EQ(
      stub_of(region("BEGIN SOLUTION(tp1.softmax; x):", "  // shift,\n  // then normalise.\n")),
      "  // TODO(tp1.softmax): shift,\n  // then normalise.\n"
      "  nn::todo(\"tp1.softmax\", x);\n");
}

TEST(Stubgen, TakesSeveralRegionsOfOneExercise) {
  const std::string two =
      "// BEGIN SOLUTION(tp2.deep_network.forward; x): one.\nsecret();\n"
      "// END SOLUTION(tp2.deep_network.forward)\n"
      "kept();\n"
      "// BEGIN SOLUTION(tp2.deep_network): two.\nsecret();\n// END SOLUTION(tp2.deep_network)\n";
  EXPECT_EQ(stub_of(two),
            "// TODO(tp2.deep_network.forward): one.\nnn::todo(\"tp2.deep_network.forward\", x);\n"
            "kept();\n"
            "// TODO(tp2.deep_network): two.\nnn::todo(\"tp2.deep_network\");\n");
}

TEST(Stubgen, DropsOneOfTwoBlankLinesAroundADroppedLineOnly) {
  const std::string rest = region("BEGIN SOLUTION(tp1.softmax): do it.");
  EXPECT_THAT(stub_of("a;\n\nb;  // SOLUTION ONLY\nc;  // SOLUTION ONLY\n\nd;\n" + rest),
              StartsWith("a;\n\nd;\n"));
  EXPECT_THAT(stub_of("a;\nb;  // SOLUTION ONLY\n\nd;\n" + rest), StartsWith("a;\n\nd;\n"));
  EXPECT_THAT(stub_of("a;\n\n\nd;\n" + rest), StartsWith("a;\n\n\nd;\n"));
}

TEST(Stubgen, NamesFileAndLine) {
  EXPECT_THAT(complaint("a;\n" + region("BEGIN SOLUTION(tp1.softmax):")),
              StartsWith("softmax.cpp:2: the hint of SOLUTION(tp1.softmax) is empty"));
}

TEST(Stubgen, RejectsNesting) {
  const std::string inner = region("BEGIN SOLUTION(tp1.softmax): inner.");
  EXPECT_THAT(complaint(region("BEGIN SOLUTION(tp1.softmax): outer.", "  x;\n" + inner)),
              AllOf(StartsWith("softmax.cpp:3:"), HasSubstr("do not nest"), HasSubstr("line 1")));
  EXPECT_THAT(complaint(region("BEGIN SOLUTION(tp1.softmax): outer.",
                               "  x;\n  // BEGIN HELPERS(tp1.softmax)\n")),
              HasSubstr("do not nest"));
}

TEST(Stubgen, RejectsAMissingEnd) {
  EXPECT_THAT(complaint("a;\n" + region("BEGIN SOLUTION(tp1.softmax): do it.", "  x;\n", "")),
              AllOf(StartsWith("softmax.cpp:2:"), HasSubstr("never closed")));
}

TEST(Stubgen, RejectsAnEndWithoutBegin) {
  EXPECT_THAT(complaint("  // END SOLUTION(tp1.softmax)\n"), HasSubstr("closes nothing"));
  EXPECT_THAT(complaint("  // END HELPERS(tp1.softmax)\n"), HasSubstr("closes nothing"));
}

TEST(Stubgen, RejectsEndsThatDisagree) {
  EXPECT_THAT(complaint(region("BEGIN SOLUTION(tp1.softmax): do it.", "  x;\n",
                               "  // END SOLUTION(tp1.nll)\n")),
              HasSubstr("same words at both ends"));
  EXPECT_THAT(complaint(region("BEGIN SOLUTION(tp1.softmax): do it.", "  x;\n",
                               "  // END HELPERS(tp1.softmax)\n")),
              HasSubstr("same words at both ends"));
}

TEST(Stubgen, RejectsTwoExercisesInOneFile) {
  EXPECT_THAT(complaint("// BEGIN HELPERS(tp1.nll)\n// END HELPERS(tp1.nll)\n" +
                        region("BEGIN SOLUTION(tp1.softmax): do it.")),
              AllOf(StartsWith("softmax.cpp:3:"), HasSubstr("tp1.nll")));
}

TEST(Stubgen, RejectsUnknownMarks) {
  for (const char* line : {
           "// BEGIN SOLUTON(tp1.softmax): do it.",
           "// BEGIN SOLUTION tp1.softmax: do it.",
           "// BEGIN SOLUTION(tp1.softmax) do it.",
           "// BEGIN SOLUTION(tp1.softmax, x): do it.",
           "// BEGIN SOLUTION(tp1.softmax; f(x): do it.",
           "// BEGIN SOLUTION(softmax): do it.",
           "// BEGIN SOLUTION(TP1.softmax): do it.",
           "// BEGIN HELPERS(tp1.softmax): do it.",
           "// BEGIN",
           "// END SOLUTION",
           "// END SOLUTION(tp1.softmax).",
           "//END HELP(tp1.softmax)",
       }) {
    EXPECT_THAT(complaint(std::string(line) + "\n"), HasSubstr("is not a mark")) << line;
  }
}

TEST(Stubgen, RejectsAMisspeltMarkInTheHint) {
  EXPECT_THAT(complaint(region("BEGIN SOLUTION(tp1.softmax): do it.",
                               "  // END SOLUTON(tp1.softmax)\n  secret();\n")),
              AllOf(StartsWith("softmax.cpp:2:"), HasSubstr("is not a mark")));
}

TEST(Stubgen, RejectsMarksThatWouldHaveNoEffect) {
  const std::string good = region("BEGIN SOLUTION(tp1.softmax): do it.");
  for (const char* line : {
           "x();  // BEGIN SOLUTION(tp1.softmax): do it.",
           "// begin solution(tp1.softmax): do it.",
           "/* END SOLUTION(tp1.softmax) */",
           "// the End  Helpers(tp1.softmax)",
           "#include <cmath>  // solution only",
           "#include <cmath>  // SOLUTION ONLY, for exp",
       }) {
    EXPECT_THAT(complaint(std::string(line) + "\n" + good), HasSubstr("could leak")) << line;
  }
}

TEST(Stubgen, RejectsAFileWithNothingToWrite) {
  EXPECT_THAT(complaint("int secret() { return 42; }\n"), HasSubstr("whole solution away"));
  EXPECT_THAT(complaint("// BEGIN HELPERS(tp1.softmax)\n// END HELPERS(tp1.softmax)\n"),
              HasSubstr("whole solution away"));
}

TEST(Stubgen, RejectsWindowsLineEnds) {
  EXPECT_THAT(complaint("a;\nb;\r\n" + region("BEGIN SOLUTION(tp1.softmax): do it.")),
              AllOf(StartsWith("softmax.cpp:2:"), HasSubstr("CR LF")));
  EXPECT_THAT(complaint(region("BEGIN SOLUTION(tp1.softmax): do it.", "  // more\r\n")),
              AllOf(StartsWith("softmax.cpp:2:"), HasSubstr("CR LF")));
}

/// Two empty folders, solutions and labs, that vanish with the test.
class StubTree : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::path(testing::TempDir()) / "stub_tree_XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    root_ = name;
    fs::create_directories(solutions());
  }
  void TearDown() override { fs::remove_all(root_); }

  [[nodiscard]] fs::path solutions() const { return root_ / "solutions"; }
  [[nodiscard]] fs::path labs() const { return root_ / "labs"; }

  static void put(const fs::path& file, const std::string& text) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
  }
  static std::string get(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }

  int check() {
    shown_.str("");
    return check_stubs(solutions(), labs(), shown_);
  }

  fs::path root_;
  std::ostringstream shown_;
};

TEST_F(StubTree, IsRightOnceWritten) {
  put(solutions() / "tp1/softmax.cpp", kSoftmaxSolution);
  write_stubs(solutions(), labs(), shown_);
  EXPECT_EQ(get(labs() / "tp1/softmax.cpp"), kSoftmaxStub);
  EXPECT_EQ(check(), 0);
  EXPECT_EQ(shown_.str(), "");
}

TEST_F(StubTree, LeavesGivenCodeAlone) {
  put(solutions() / "tp1/softmax.cpp", kSoftmaxSolution);
  put(solutions() / "README.md", "not C++");
  put(labs() / "tp1/affine.cpp", "given\n");
  write_stubs(solutions(), labs(), shown_);
  EXPECT_EQ(get(labs() / "tp1/affine.cpp"), "given\n");
  EXPECT_FALSE(fs::exists(labs() / "README.md"));
  EXPECT_EQ(check(), 0);
}

TEST_F(StubTree, ShowsTheFirstDifference) {
  put(solutions() / "tp1/softmax.cpp", kSoftmaxSolution);
  std::string outdated = kSoftmaxStub;
  outdated.replace(outdated.find("shift by"), 8, "begin with");
  put(labs() / "tp1/softmax.cpp", outdated);
  EXPECT_EQ(check(), 1);
  EXPECT_THAT(
      shown_.str(),
      AllOf(HasSubstr("@@ line 9 @@"), HasSubstr("-  // TODO(tp1.softmax): begin with the"),
            HasSubstr("+  // TODO(tp1.softmax): shift by the"), Not(HasSubstr("#include"))));
}

TEST_F(StubTree, SeesAStubCutShortOrGrown) {
  put(solutions() / "tp1/softmax.cpp", kSoftmaxSolution);
  const std::string stub = kSoftmaxStub;
  put(labs() / "tp1/softmax.cpp", "");
  EXPECT_EQ(check(), 1);
  put(labs() / "tp1/softmax.cpp", stub.substr(0, stub.size() - 1));
  EXPECT_EQ(check(), 1);
  EXPECT_THAT(shown_.str(), HasSubstr("end of the last line"));
  put(labs() / "tp1/softmax.cpp", stub + "more\n");
  EXPECT_EQ(check(), 1);
  EXPECT_THAT(shown_.str(), HasSubstr("-more"));
}

TEST_F(StubTree, ReportsAMissingStubAndWritesNothing) {
  put(solutions() / "tp1/softmax.cpp", kSoftmaxSolution);
  EXPECT_EQ(check(), 1);
  EXPECT_THAT(shown_.str(), HasSubstr("softmax.cpp is missing"));
  EXPECT_FALSE(fs::exists(labs()));
}

TEST_F(StubTree, WritesNoStubAtAllWhenOneSolutionIsBad) {
  put(solutions() / "tp1/a.cpp", kSoftmaxSolution);
  put(solutions() / "tp1/b.cpp", "// BEGIN SOLUTION(tp1.b): open.\n");
  EXPECT_THROW(write_stubs(solutions(), labs(), shown_), StubError);
  EXPECT_FALSE(fs::exists(labs()));
}

TEST_F(StubTree, ComplainsOfAFolderWithoutSolutions) {
  EXPECT_THROW(write_stubs(solutions(), labs(), shown_), StubError);
  EXPECT_THROW(write_stubs(root_ / "nowhere", labs(), shown_), fs::filesystem_error);
}

}  // namespace
}  // namespace gradus::tools

#include "toolchain/builder.hpp"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>
#include <stdexcept>

#include "tests/mnist/temporary_folder.hpp"
#include "tests/toolchain/compile.hpp"

namespace gradus::toolchain {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using State = SourceFile::State;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kRight = R"(
#include "tp1/softmax.hpp"
namespace tp1 {
nn::Vector softmax(const nn::Vector& logits) {
  const nn::Vector e = exp(logits - max(logits));
  return e / sum(e);
}
}
)";

using Sources = std::map<std::string, std::string>;

/// Some files of a submission, compiled.
class Files {
 public:
  explicit Files(const Sources& sources, std::chrono::seconds time_limit = 60s)
      : submission_(submission_of(sources)),
        builder(recipe_of_this_build(), submission_, walls_of_this_machine(), {time_limit}) {
    std::vector<const Exercise*> exercises;
    for (const auto& [slug, text] : sources) exercises.push_back(find_exercise(slug));
    builder.compile(exercises);
  }

 private:
  static Submission submission_of(const Sources& sources) {
    Submission submission;
    for (const auto& [slug, text] : sources) submission.files[slug] = {State::kThere, text, {}};
    return submission;
  }
  Submission submission_;

 public:
  Builder builder;
};

/// What becomes of a source as tp1/softmax.cpp.
Built compiled(const std::string& source, std::chrono::seconds time_limit = 60s) {
  return Files(Sources{{"tp1.softmax", source}}, time_limit).builder.object("tp1.softmax");
}
Built linked(const std::string& source, const std::string& slug = "tp1.softmax") {
  return Files(Sources{{slug, source}}).builder.link_worker(*find_exercise(slug));
}

TEST(Builder, ARightFileBecomesAProgram) {
  Files files(Sources{{"tp1.softmax", kRight}});
  const Built program = files.builder.link_worker(*find_exercise("tp1.softmax"));
  ASSERT_TRUE(program.ok()) << program.errors;
  EXPECT_TRUE(fs::exists(program.file));
  EXPECT_THAT(program.errors, IsEmpty());
  EXPECT_THAT(program.advice, IsEmpty());
}

TEST(Builder, CompilerErrorsAreShownUnderTheStudentsOwnFileName) {
  const Built file = compiled("#include \"tp1/softmax.hpp\"\nint x = undeclared;\n");
  EXPECT_FALSE(file.ok());
  EXPECT_THAT(file.errors, HasSubstr("tp1/softmax.cpp:2:"));
  EXPECT_THAT(file.errors, HasSubstr("undeclared"));
  EXPECT_THAT(file.errors, Not(HasSubstr("gradus-"))) << "nor where the grader works";
  EXPECT_THAT(file.errors, Not(HasSubstr("\x1b"))) << "nor in colour";
}

TEST(Builder, WarningsAreAdviceAndCostNothing) {
  const Built program = linked(std::string(kRight) + R"(
    int signs(const std::vector<int>& v) {
      int unused;
      for (int i = 0; i < v.size(); ++i) {}
      return 0;
    }
  )");
  ASSERT_TRUE(program.ok()) << program.errors;
  EXPECT_THAT(program.advice, AllOf(HasSubstr("unused"), HasSubstr("warning")));
}

TEST(Builder, AFunctionThatForgetsToReturnDoesNotBuild) {
  const Built file = compiled(R"(
    #include "tp1/softmax.hpp"
    nn::Vector tp1::softmax(const nn::Vector&) {}
  )");
  EXPECT_FALSE(file.ok());
  EXPECT_THAT(file.errors, HasSubstr("return"));
}

TEST(Builder, EndlessErrorsAreCut) {
  std::string source;
  for (int i = 0; i < 500; ++i) source += "int x" + std::to_string(i) + " = oops;\n";
  EXPECT_LT(compiled(source).errors.size(), 10'000U);
}

TEST(Builder, ARefusedFileSaysWhy) {
  Submission submission;
  submission.files["tp1.softmax"] = {State::kRefused, {}, "it is a symbolic link"};
  Builder builder(recipe_of_this_build(), submission, walls_of_this_machine());
  const Exercise* e = find_exercise("tp1.softmax");
  builder.compile(std::span(&e, 1));
  EXPECT_FALSE(builder.object("tp1.softmax").ok());
  EXPECT_EQ(builder.link_worker(*e).errors, "tp1/softmax.cpp: it is a symbolic link");
}

TEST(Builder, OneFilesErrorLeavesTheOthersAlone) {
  Files files(Sources{{"tp1.softmax", "oops"}, {"tp1.nll", R"(
    #include <cmath>
    #include "tp1/nll.hpp"
    #include "tp1/softmax.hpp"
    double tp1::nll(const nn::Vector& x, nn::Index k) { return -std::log(softmax(x)(k)); }
  )"}});
  EXPECT_FALSE(files.builder.link_worker(*find_exercise("tp1.softmax")).ok());
  const Built nll = files.builder.link_worker(*find_exercise("tp1.nll"));
  EXPECT_TRUE(nll.ok()) << "it is linked with the reference's softmax: " << nll.errors;
}

TEST(Builder, MacrosChangeNothingBeyondTheirFile) {
  const Built program = linked(std::string("#define private public\n#define const\n") + kRight +
                               "#define main softmax\n#define return throw\n");
  // Without `const` the function is another one than its header's, or the same: never our trouble.
  if (!program.ok()) {
    EXPECT_THAT(program.errors, HasSubstr("tp1/softmax.cpp"));
  }

  const Built renamed = linked(std::string("#define softmax softmin\n") + kRight);
  EXPECT_FALSE(renamed.ok());
  EXPECT_THAT(renamed.errors, HasSubstr("does not define tp1::softmax exactly"));
}

TEST(Builder, AFileThatTakesTheCompilerForeverIsStopped) {
  const Built file = compiled(R"(
    template <int Depth, int N> struct Bomb {
      static constexpr long value = Bomb<Depth - 1, 2 * N>::value + Bomb<Depth - 1, 2 * N + 1>::value;
    };
    template <int N> struct Bomb<0, N> { static constexpr long value = N; };
    long boom = Bomb<26, 0>::value;
  )",
                              2s);
  EXPECT_FALSE(file.ok());
  EXPECT_THAT(file.errors, HasSubstr("did not finish within 1 s of work"));
}

TEST(Builder, AnObjectTooLargeForTheDiskIsAnError) {
  EXPECT_FALSE(compiled("int huge[500'000'000] = {1};").ok());
}

TEST(Link, AnotherSignatureIsExplained) {
  const Built program = linked(R"(
    #include "tp1/softmax.hpp"
    namespace tp1 {
    nn::Vector softmax(const nn::Vector& x, int) { return x; }
    }
  )");
  EXPECT_FALSE(program.ok());
  EXPECT_THAT(program.errors, HasSubstr("does not define tp1::softmax exactly as its header"));
}

TEST(Link, AForgottenNamespaceIsExplained) {
  const Built program = linked(R"(
    #include "tp1/softmax.hpp"
    nn::Vector softmax(const nn::Vector& x) { return x; }
  )");
  EXPECT_FALSE(program.ok());
  EXPECT_THAT(program.errors, HasSubstr("does not define tp1::softmax exactly as its header"));
}

TEST(Link, AFunctionOfALaterExerciseIsExplained) {
  const Built program = linked(R"(
    #include "tp1/nll.hpp"
    #include "tp1/softmax.hpp"
    nn::Vector tp1::softmax(const nn::Vector& x) { return backward_nll(x, 0, 1.0); }
  )");
  EXPECT_FALSE(program.ok());
  EXPECT_THAT(program.errors, HasSubstr("calls a function of a later exercise"));
}

TEST(Link, AMainOfOnesOwnIsExplained) {
  const Built program = linked(std::string(kRight) + "int main() {}\n");
  EXPECT_FALSE(program.ok());
  EXPECT_THAT(program.errors, HasSubstr("defines main()"));
}

TEST(Link, AFunctionOfAnEarlierExerciseDefinedAgainIsExplained) {
  const Built program = linked(R"(
    #include "tp1/nll.hpp"
    #include "tp1/softmax.hpp"
    nn::Vector tp1::softmax(const nn::Vector& x) { return x; }
    double tp1::nll(const nn::Vector& x, nn::Index k) { return softmax(x)(k); }
  )",
                               "tp1.nll");
  EXPECT_FALSE(program.ok());
  EXPECT_THAT(program.errors, HasSubstr("defines something that exists elsewhere"));
}

TEST(Link, ObjectsThatWereNotCompiledAreAMistakeOfOurs) {
  Files files(Sources{{"tp1.softmax", kRight}});
  EXPECT_THROW(static_cast<void>(files.builder.object("tp1.nll")), std::logic_error);
}

/// A lab of two exercises: softmax and nll.
Lab two_exercises() {
  const Lab& tp1 = *find_lab("tp1");
  return {
      tp1.name, tp1.title, {*find_exercise("tp1.softmax"), *find_exercise("tp1.nll")}, tp1.mnist};
}

std::string clash_of(const std::string& helper) {
  Files files(Sources{{"tp1.softmax", helper + "double use_1(double x) { return f(x); }"},
                      {"tp1.nll", helper + "double use_2(double x) { return f(x); }"}});
  return files.builder.link_worker(two_exercises()).errors;
}

TEST(Clash, TheSameHelperInTwoFilesIsNamedWithBothFilesAndTheRemedy) {
  const std::map<std::string, std::string> helpers = {
      {"double f(double x) { return x + 1; }\n", "f(double)"},
      {"__attribute__((noinline)) inline double f(double x) { return x + 1; }\n", "f(double)"},
      {"template <class T> __attribute__((noinline)) T f(T x) { return x + 1; }\n", "f<double>"},
      {"namespace tp1 { __attribute__((noinline)) inline double f(double x) { return x + 1; } }\n"
       "using tp1::f;\n",
       "tp1::f(double)"},
  };
  for (const auto& [source, name] : helpers) {
    const std::string errors = clash_of(source);
    EXPECT_THAT(errors, AllOf(HasSubstr("tp1/softmax.cpp and tp1/nll.cpp both define"),
                              HasSubstr(name), HasSubstr("'namespace {'")))
        << source;
  }
}

TEST(Clash, PrivateHelpersOfOneNameDoNotClash) {
  const std::string errors =
      clash_of("namespace { double f(double x) { return x + 1; } }\nstatic int n = 0;\n");
  EXPECT_THAT(errors, Not(HasSubstr("both define")));
}

TEST(Clash, TheReferenceSolutionIsNoneAndLinks) {
  std::map<std::string, std::string> sources;
  for (const Exercise& e : find_lab("tp1")->exercises) {
    std::ifstream in(recipe_of_this_build().labs.parent_path() / "solutions" / e.file);
    std::ostringstream text;
    text << in.rdbuf();
    sources[std::string(e.slug)] = text.str();
  }
  Files files(sources);
  const Built program = files.builder.link_worker(*find_lab("tp1"));
  EXPECT_TRUE(program.ok()) << program.errors;
}

TEST(Builder, ItsFolderIsGoneAfterwards) {
  fs::path object;
  {
    Files files(Sources{{"tp1.softmax", kRight}});
    object = files.builder.object("tp1.softmax").file;
    EXPECT_TRUE(fs::exists(object));
    const fs::perms mode = fs::status(object.parent_path().parent_path()).permissions();
    EXPECT_EQ(mode & fs::perms::others_all, fs::perms::none) << "nobody else may look into it";
  }
  EXPECT_FALSE(fs::exists(object.parent_path()));
}

TEST(Builder, AFaultOfOursIsThrownOutOfTheThreads) {
  Recipe broken = recipe_of_this_build();
  broken.compiler = "/nonexistent/g++";
  Submission submission;
  submission.files["tp1.softmax"] = {State::kThere, kRight, {}};
  submission.files["tp1.nll"] = {State::kThere, kRight, {}};
  Builder builder(broken, submission, walls_of_this_machine());
  const std::vector exercises = {find_exercise("tp1.softmax"), find_exercise("tp1.nll")};
  EXPECT_THROW(builder.compile(exercises), std::runtime_error);
}

/// Builds with objects that were kept.
class KeptObjects : public testing::Test {
 protected:
  [[nodiscard]] Built build(const std::string& text, const Recipe& recipe = recipe_of_this_build(),
                            const std::string& slug = "tp1.softmax") const {
    Submission submission;
    submission.files[slug] = {State::kThere, text, {}};
    Builder builder(recipe, submission, walls_of_this_machine(), {.objects = &store_});
    const std::vector<const Exercise*> exercises = {find_exercise(slug)};
    builder.compile(exercises);
    return builder.link_worker(*exercises[0]);
  }
  [[nodiscard]] std::vector<fs::path> kept() const {
    std::error_code ignored;
    fs::directory_iterator entries(folder_ / "objects", ignored);
    return {fs::begin(entries), fs::end(entries)};
  }

  mnist::test::TemporaryFolder folder_;
  ObjectStore store_{folder_ / "objects"};
};

TEST_F(KeptObjects, AreLinkedInsteadOfCompilingAgain) {
  ASSERT_TRUE(build(kRight).ok());
  ASSERT_EQ(kept().size(), 1U);
  // Marked, to be known again.
  ASSERT_TRUE(store_.fetch(kept()[0].filename(), folder_ / "object.o"));
  store_.keep(kept()[0].filename(), folder_ / "object.o", "kept");
  const Built again = build(kRight);
  ASSERT_TRUE(again.ok()) << again.errors;
  EXPECT_EQ(again.advice, "kept");
  EXPECT_EQ(kept().size(), 1U);
}

TEST_F(KeptObjects, ServeTheirOwnTextHeadersFlagsAndCompilerOnly) {
  ASSERT_TRUE(build(kRight).ok());
  EXPECT_TRUE(build(std::string(kRight) + "\n").ok());
  EXPECT_EQ(kept().size(), 2U) << "another text";
  Recipe other = recipe_of_this_build();
  other.compile_flags.emplace_back("-DOTHER");
  EXPECT_TRUE(build(kRight, other).ok());
  EXPECT_EQ(kept().size(), 3U) << "another flag";
  other = recipe_of_this_build();
  other.compiler_version += " or later";
  EXPECT_TRUE(build(kRight, other).ok());
  EXPECT_EQ(kept().size(), 4U) << "another compiler";
  other = recipe_of_this_build();
  fs::copy(other.labs, folder_ / "labs", fs::copy_options::recursive);
  other.labs = folder_ / "labs";
  EXPECT_TRUE(build(kRight, other).ok());
  EXPECT_EQ(kept().size(), 4U) << "the same headers elsewhere";
  std::ofstream(other.labs / "tp1/softmax.hpp", std::ios::app) << "\n";
  EXPECT_TRUE(build(kRight, other).ok());
  EXPECT_EQ(kept().size(), 5U) << "another header";
  const std::string nothing = "namespace {}\n";
  static_cast<void>(build(nothing));
  static_cast<void>(build(nothing, recipe_of_this_build(), "tp1.nll"));
  EXPECT_EQ(kept().size(), 7U) << "another exercise";
}

TEST_F(KeptObjects, AreThoseOfFilesThatCompile) {
  for (int i = 0; i < 2; ++i) {
    const Built file = build("int x = undeclared;\n");
    EXPECT_FALSE(file.ok());
    EXPECT_THAT(file.errors, HasSubstr("undeclared"));
  }
  EXPECT_TRUE(kept().empty());
}

}  // namespace
}  // namespace gradus::toolchain

#include "release/leaks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "release/students_part.hpp"

namespace gradus::release {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* kSolution = R"(#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  // BEGIN SOLUTION(tp1.softmax; logits): return one probability for each logit.
  //
  // A shift cancels in the fraction.
  const nn::Vector e = exp(logits - max(logits));
  const double total = sum(e);
  return e / total;
  // END SOLUTION(tp1.softmax)
}

}  // namespace tp1
)";

class Leaks : public testing::Test {
 protected:
  Leaks() { search_.add_code("softmax.cpp", students_part(kSolution)); }
  LeakSearch search_;
};

TEST_F(Leaks, AreFoundWhereverCodeWasPasted) {
  EXPECT_THAT(search_.find_in("labs/tp1/softmax.cpp", kSolution),
              ElementsAre(AllOf(Field(&Leak::file, "labs/tp1/softmax.cpp"),
                                Field(&Leak::secret, "softmax.cpp"),
                                Field(&Leak::text, SizeIs(LeakSearch::kPiece)))));
}

TEST_F(Leaks, AreFoundInOtherFormAndWithOtherComments) {
  EXPECT_THAT(search_.find_in("x.md",
                              "Write const nn::Vector e=exp( logits-max(logits) ); // !\n"
                              "\tconst double total=sum(e);   return e/total;"),
              SizeIs(1));
}

TEST_F(Leaks, AreFoundWhereTheyWereCommentedOut) {
  EXPECT_THAT(search_.find_in("x.cpp",
                              "  // const nn::Vector e = exp(logits - max(logits));\n"
                              "  // const double total = sum(e);\n  // return e / total;"),
              SizeIs(1));
}

TEST_F(Leaks, AreFoundInListingsOfPages) {
  const std::string page =
      "<div class=\"line\"><a id=\"l00009\"></a><span class=\"lineno\">    9</span>  <span "
      "class=\"keyword\">const</span> nn::Vector e = exp(logits - max(logits));</div>\n<div "
      "class=\"line\"><span class=\"lineno\">   10</span>  <span class=\"keyword\">const</span> "
      "double total = sum(e);</div>\n<div "
      "class=\"line\"><span class=\"lineno\">   11</span>  return e / total;</div>";
  EXPECT_THAT(search_.find_in("x.html", page), SizeIs(1));
  EXPECT_THAT(search_.find_in("x.txt", page), IsEmpty());
}

TEST_F(Leaks, AreFoundAtTheVeryEndAndBeginning) {
  const std::string code =
      "constnn::Vectore=exp(logits-max(logits));constdoubletotal=sum(e);returne/total;";
  EXPECT_THAT(search_.find_in("x", code.substr(0, LeakSearch::kPiece)), SizeIs(1));
  EXPECT_THAT(search_.find_in("x", "abc" + code.substr(0, LeakSearch::kPiece)), SizeIs(1));
  EXPECT_THAT(search_.find_in("x", code.substr(0, LeakSearch::kPiece - 1)), IsEmpty());
  EXPECT_THAT(search_.find_in("x", code.substr(1)), IsEmpty());
  EXPECT_THAT(search_.find_in("x", ""), IsEmpty());
}

TEST_F(Leaks, AreNotWhatOnlyTheStubHas) {
  EXPECT_THAT(search_.find_in("x",
                              "#include \"tp1/softmax.hpp\"\nnamespace tp1 {\nnn::Vector "
                              "softmax(const nn::Vector& logits) {\n"),
              IsEmpty());
}

TEST(LeakSearchOf, CodeThatStudentsHaveFindsNothing) {
  constexpr const char* kGiven = "  double step = learning_rate * gradient.of(parameter);\n";
  LeakSearch search;
  search.add_public(kGiven);
  search.add_code("sgd.cpp", kGiven);
  EXPECT_THAT(search.find_in("x", kGiven), IsEmpty());
}

TEST(LeakSearchOf, CodeThatContinuesOtherwiseThanWhatStudentsHaveIsSecret) {
  LeakSearch search;
  search.add_public("double evaluate(const Model& model) {\n  return todo(model, \"evaluate\");\n");
  const std::string solution =
      "double evaluate(const Model& model) {\n  return right_ones(model) / of_all(model);\n";
  search.add_code("evaluate.cpp", solution);
  EXPECT_THAT(search.find_in("x", solution), SizeIs(1));
}

TEST(LeakSearchOf, AShortSolutionIsLookedForAsAWhole) {
  LeakSearch search;
  search.add_code("short.cpp", "  return 1.0 - square(tanh(x));\n");
  search.add_code("nothing.cpp", "  return x;\n");
  EXPECT_THAT(search.find_in("x", "so return 1.0 - square( tanh(x) ); is it"), SizeIs(1));
  EXPECT_THAT(search.find_in("x", "return x;"), IsEmpty());
}

TEST(LeakSearchOf, WordsFindsThemInAnyFile) {
  LeakSearch search;
  search.add_words("official.seed", "987654321012");
  EXPECT_THAT(search.find_in("a.o", std::string("\0\1seed 987654321012\0", 20)),
              ElementsAre(Field(&Leak::secret, "official.seed")));
  EXPECT_THAT(search.find_in("a.o", "987 654321012"), IsEmpty());
}

TEST(StudentsPart, IsWhatStandsBetweenMarks) {
  EXPECT_EQ(students_part(kSolution),
            "  //\n  // A shift cancels in the fraction.\n  const nn::Vector e = exp(logits - "
            "max(logits));\n  const double total = sum(e);\n  return e / total;\n");
}

}  // namespace
}  // namespace gradus::release

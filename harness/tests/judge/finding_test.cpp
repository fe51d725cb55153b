// What a student is told of the cause: a known mistake, the kind of failure, or what all wrong
// answers have in common.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/judge/grading.hpp"

namespace gradus::judge {
namespace {

using testing::HasSubstr;

class Finding : public Grade {
 protected:
  /// What is said of a softmax.
  std::string said(const std::string& body) const {
    run_ = grade_softmax(softmax(body));
    const json& finding = run_.exercise().at("finding");
    return finding.is_null() ? "" : finding.at("says").get<std::string>();
  }
  [[nodiscard]] std::string mistake() const {
    const json& finding = run_.exercise().at("finding");
    return finding.is_null() ? "" : finding.at("mistake").get<std::string>();
  }

  mutable Grading run_;
};

constexpr const char* kExponentials = "nn::Vector e = exp(logits - max(logits));";

TEST_F(Finding, OfRightCodeThereIsNone) {
  EXPECT_EQ(said(kExponentials + std::string("return e / sum(e);")), "");
}

TEST_F(Finding, AKnownMistakeIsNamedThoughItIsWrittenOtherwise) {
  EXPECT_THAT(said("nn::Vector p(logits.size()); double total = 0.0;"
                   "for (nn::Index i = 0; i < p.size(); ++i) total += p(i) = std::exp(logits(i));"
                   "for (double& x : p) x /= total; return p;"),
              HasSubstr("infinite"));
  EXPECT_EQ(mistake(), "tp1.softmax.no_shift");
  EXPECT_THAT(run_.output, HasSubstr("You take exp of the logits as they are."));
}

TEST_F(Finding, TwoMistakesInOneFunctionAreNeither) {
  EXPECT_EQ(said("const nn::Vector e = exp(-1.0 * logits); return e / (sum(e) + 0.125);"), "");
  EXPECT_EQ(run_.exercise().at("verdict"), "wrong");
}

TEST_F(Finding, TwoMistakesInTwoExercisesAreEachNamedInItsPlace) {
  hand_in("tp1/softmax.cpp", softmax("const nn::Vector e = exp(logits); return e / sum(e);"));
  hand_in("tp1/backward_affine.cpp",
          "#include \"tp1/affine.hpp\"\n"
          "tp1::AffineGradient tp1::backward_affine_transform(const nn::Matrix&, const nn::Vector&,"
          " const nn::Vector& x, const nn::Vector& g) { return {outer(g, x), 0.0 * g}; }\n");
  const Grading run = grade({"--lab", "tp1"});
  EXPECT_EQ(run.exercise(0).at("finding").at("mistake"), "tp1.backward_affine.bias_zero");
  EXPECT_EQ(run.exercise(1).at("finding").at("mistake"), "tp1.softmax.no_shift");
}

TEST_F(Finding, AWrongShapeIsSaid) {
  said("nn::Vector p(logits.size() + 1); for (double& x : p) x = 0.25; return p;");
  EXPECT_THAT(run_.output, HasSubstr("The shape is wrong"));
}

TEST_F(Finding, NanIsSaid) {
  EXPECT_THAT(said(kExponentials + std::string("e = e / sum(e); e(0) = std::nan(\"\"); return e;")),
              HasSubstr("There is NaN in every wrong answer"));
}

TEST_F(Finding, AChangedInputIsSaid) {
  said(kExponentials +
       std::string("const_cast<nn::Vector&>(logits)(0) += 1.0; return e / sum(e);"));
  EXPECT_THAT(run_.output, HasSubstr("Work on a copy"));
}

TEST_F(Finding, AVariableThatIsNoLongerThereIsSaid) {
  fs::create_directories(submission_ / "tp2");
  hand_in(
      "tp2/tanh.cpp",
      "#include \"tp2/activations.hpp\"\n"
      "tp2::Tensor tp2::tanh(const Tensor& x) { Tensor y(nn::tanh(x.data()));\n"
      "if (any_require_grad({x})) y.set_backward({x}, [&](const nn::Matrix& v, const nn::Matrix& "
      "g) { x.accumulate_gradient(hadamard(g, 1.0 - square(v))); }); return y; }\n");
  const Grading run = grade({"--exercise", "tp2.tanh"});
  EXPECT_EQ(run.exercise().at("verdict"), "wrong") << run.output;
  // By the check, or by the bank where the compiler lets both do the same with the lost variable.
  EXPECT_THAT(run.output, testing::AnyOf(HasSubstr("[&]"), HasSubstr("holds x by reference")));
}

TEST_F(Finding, StateThatIsKeptFromCallToCallIsSaid) {
  EXPECT_THAT(said("static double total = 0.0;" + std::string(kExponentials) +
                   "e = e / (sum(e) + total); total += 0.5; return e;"),
              HasSubstr("something is kept from call to call"));
}

TEST_F(Finding, AnswersByChanceAreSaid) {
  EXPECT_THAT(said("static std::random_device chance;" + std::string(kExponentials) +
                   "return e / (sum(e) * (1.0 + 1e-3 * (chance() % 100)));"),
              HasSubstr("other answers in a second run"));
}

#ifndef GRADUS_SANITIZED
TEST_F(Finding, ReadingUnwrittenMemoryIsSaid) {
  EXPECT_THAT(said("volatile double unwritten[400];" + std::string(kExponentials) +
                   "return e / (sum(e) + unwritten[200]);"),
              HasSubstr("reads a number that it never wrote"));
}

TEST_F(Finding, ReadingUnwrittenMemoryOfTheHeapIsSaid) {
  EXPECT_THAT(
      said(std::string(kExponentials) + "const std::unique_ptr<double[]> sums(new double[40]);"
                                        "for (double x : e) sums[0] += x; return e / sums[0];"),
      HasSubstr("reads a number that it never wrote"));
}
#endif

TEST_F(Finding, AnEndlessLoopIsSaid) {
  said("for (volatile int i = 0;; i = 1) {}");
  EXPECT_THAT(run_.output, HasSubstr("a loop that never ends"));
}

TEST_F(Finding, AnExceptionIsSaid) {
  EXPECT_THAT(said("if (logits.size() > 1) throw std::runtime_error(\"two?\");"
                   "return nn::Vector{1.0};"),
              HasSubstr("It throws an exception"));
  EXPECT_THAT(run_.output, HasSubstr("two?"));
}

TEST_F(Finding, WhatAllWrongAnswersHaveInCommonIsSaid) {
  EXPECT_THAT(said(kExponentials + std::string("return 3.5 * e / sum(e);")),
              HasSubstr("softmax(logits) is 3.5 times the right one, every time."));
  EXPECT_EQ(mistake(), "");
  EXPECT_THAT(run_.output, HasSubstr("seen"));
}

}  // namespace
}  // namespace gradus::judge

// `gradus graph`, with the real program on real submissions.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <regex>

#include "tests/judge/grading.hpp"

namespace gradus::judge {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class GraphCommand : public Grade {
 protected:
  GraphCommand() { fs::copy(fs::path(GRADUS_SOLUTIONS) / "tp2", submission_ / "tp2"); }

  /// Replaces a part of a solution.
  void change(const std::string& file, const std::string& from, const std::string& to) const {
    std::string text = test::content(submission_ / file);
    const auto at = text.find(from);
    ASSERT_NE(at, std::string::npos) << file;
    hand_in(file, text.replace(at, from.size(), to));
  }

  /// A file as students find it.
  void leave_unwritten(const std::string& file) const {
    const fs::path labs = fs::path(GRADUS_SOLUTIONS).parent_path() / "labs";
    hand_in(file, test::content(labs / file));
  }

  /// With every line break and indent in the output as one space, as sentences are broken anywhere.
  [[nodiscard]] Grading draw(const std::vector<std::string>& options = {}) const {
    std::vector<std::string> arguments = {
        "graph", "tp2", "--path", submission_.string(), "--out", picture_.string()};
    arguments.insert(arguments.end(), options.begin(), options.end());
    Grading run = gradus(arguments);
    run.output = std::regex_replace(run.output, std::regex("\\s+"), " ");
    return run;
  }

  [[nodiscard]] std::string picture() const { return test::content(picture_); }

  fs::path picture_ = folder_ / "graph.svg";
};

TEST_F(GraphCommand, OfTheSolutionNothingIsMissing) {
  const Grading run = draw();
  EXPECT_EQ(run.status, 0) << run.errors;
  EXPECT_THAT(run.output, AllOf(HasSubstr("1. loss = nll(logits, gold) 1 x 1"),
                                HasSubstr("4. y1 = affine_transform(W0, b0, x) 4 x 2"),
                                HasSubstr("Nothing is missing"), HasSubstr(picture_.string())));
  EXPECT_THAT(picture(), AllOf(StartsWith("<svg"), HasSubstr(">y2 = tanh(y1)<")));
}

TEST_F(GraphCommand, LayersAndActivationCanBeChosen) {
  const Grading run = draw({"--hidden-layers", "2", "--relu"});
  EXPECT_EQ(run.status, 0) << run.errors;
  EXPECT_THAT(run.output, AllOf(HasSubstr("6. y1 = affine_transform(W0, b0, x)"),
                                HasSubstr("y4 = relu(y3)"), Not(HasSubstr("tanh("))));
  const Grading none = draw({"--hidden-layers", "0"});
  EXPECT_EQ(none.status, 0) << none.errors;
  EXPECT_THAT(none.output, HasSubstr("2. logits = affine_transform(output_W, output_b, x)"));
}

TEST_F(GraphCommand, ATanhWithoutSetBackwardIsWhereTheGradientStops) {
  change("tp2/tanh.cpp", "if (any_require_grad({x}))", "if (false)");
  const Grading run = draw();
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.output, AllOf(HasSubstr("tanh returned y2, a tensor without set_backward"),
                                HasSubstr("No gradient reached W0 and b0")));
  EXPECT_THAT(picture(), HasSubstr(">set_backward was not called<"));
}

TEST_F(GraphCommand, ATanhThatReturnsANewTensorIsWhereTheGradientStops) {
  change("tp2/tanh.cpp", "return y;", "return Tensor(y.data());");
  const Grading run = draw();
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.output, AllOf(HasSubstr("tanh returned y2, a tensor without set_backward"),
                                HasSubstr("the same tensor returned"),
                                HasSubstr("No gradient reached W0 and b0")));
}

TEST_F(GraphCommand, AnAffineThatForgetsTheBiasIsNamed) {
  change("tp2/affine.cpp", "b.accumulate_gradient(sum_columns(g));", "");
  EXPECT_THAT(draw().output, AllOf(HasSubstr("y1 = affine_transform(W0, b0, x) ran, but handed"),
                                   HasSubstr("b0 4 x 1, receives no gradient"),
                                   HasSubstr("No gradient reached b0 and output_b")));
}

TEST_F(GraphCommand, AnInitialiserThatMakesANewParameterIsSeenThrough) {
  change("tp2/glorot_init.cpp", "nn::Matrix& entries = W.data();",
         "W = Parameter(\"W\", W.data().rows(), W.data().cols()); nn::Matrix& entries = W.data();");
  EXPECT_THAT(draw().output, AllOf(HasSubstr("network.parameters() does not"),
                                   HasSubstr("After init_parameters, W0 and output_W hold"),
                                   HasSubstr("forward does not use W0 and output_W")));
}

TEST_F(GraphCommand, AParameterThatIsUsedTwiceIsOneNode) {
  change("tp2/deep_network.cpp", "affine_transform(W_[l], b_[l], h)",
         "affine_transform(W_[l], b_[0], h)");
  const Grading run = draw({"--hidden-layers", "2"});
  EXPECT_THAT(run.output, AllOf(HasSubstr("b0 4 x 1, receives a gradient y2 4 x 2"),
                                HasSubstr("b0 4 x 1, receives a gradient x 5 x 2"),
                                HasSubstr("forward does not use b1")));
  // What it has from one use is not taken for a gradient from the other.
  change("tp2/affine.cpp", "b.accumulate_gradient", "if (x.requires_grad()) b.accumulate_gradient");
  EXPECT_THAT(draw({"--hidden-layers", "2"}).output,
              AllOf(HasSubstr("b0 4 x 1, receives a gradient y2 4 x 2"),
                    HasSubstr("b0 4 x 1, receives no gradient x 5 x 2")));
}

TEST_F(GraphCommand, AGradientOfZerosIsAGradient) {
  change("tp2/nll.cpp", "g(0, 0) * mean", "0.0 * mean");
  EXPECT_EQ(draw().status, 0);
}

TEST_F(GraphCommand, InputsThatAreNotListedAreNamedWhereTheyAreMissing) {
  change("tp2/affine.cpp", "y.set_backward({W, b, x},", "y.set_backward({W, b},");
  EXPECT_THAT(draw().output, AllOf(HasSubstr("stopped loss.backward();"),
                                   HasSubstr("output_W 3 x 4, receives a gradient output_b"),
                                   HasSubstr("y2 4 x 2, is not listed in set_backward"),
                                   HasSubstr("output_b, y2) does not list y2")));
}

TEST_F(GraphCommand, WhatTheCodePrintsIsShownHarmless) {
  change("tp2/tanh.cpp", "Tensor y(nn::tanh(x.data()));",
         "__builtin_printf(\"here \\x1b[31m\\n\");\n  Tensor y(nn::tanh(x.data()));");
  EXPECT_THAT(draw().output, HasSubstr("Your code printed: here \\x1b[31m"));
}

TEST_F(GraphCommand, AHelperThatMakesNodesIsCalledByItsName) {
  change("tp2/tanh.cpp", "Tensor tanh(const Tensor& x) {",
         "static Tensor half(const Tensor& x) {\n"
         "  Tensor y(0.5 * x.data());\n"
         "  y.set_backward({x}, [x](const nn::Matrix&, const nn::Matrix& g) {\n"
         "    x.accumulate_gradient(0.5 * g);\n  });\n  return y;\n}\n\n"
         "Tensor tanh(const Tensor& input) {\n  const Tensor x = half(input);");
  const Grading run = draw();
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_THAT(run.output, AllOf(HasSubstr("y2 = half(y1)"), HasSubstr("y3 = tanh(y2)")));
}

TEST_F(GraphCommand, AnExceptionStopsThePictureWhereItHappened) {
  change("tp2/nll.cpp", "return y;", "throw std::runtime_error(\"<script>\\x1b[31m\");");
  const Grading run = draw();
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.output, AllOf(HasSubstr("stopped with an exception: <script>\\x1b[31m"),
                                HasSubstr("? = nll(logits, gold)")));
  EXPECT_THAT(picture(), AllOf(Not(HasSubstr("<script")), HasSubstr("&lt;script&gt;\\x1b[31m")));
}

TEST_F(GraphCommand, UntouchedStubsShowTheFirstCallToWrite) {
  for (const auto& file : fs::directory_iterator(submission_ / "tp2")) {
    leave_unwritten("tp2/" + file.path().filename().string());
  }
  const Grading run = draw();
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.output, AllOf(HasSubstr("? = affine_transform(W0, b0, x)"),
                                HasSubstr("stands in for tp2.zero_init, tp2.glorot_init and"),
                                HasSubstr("./gradus check tp2.affine")));
  EXPECT_THAT(picture(), HasSubstr(">? = affine_transform(W0, b0, x)<"));
}

TEST_F(GraphCommand, ANetworkThatIsNotWrittenIsNotMissedForTheNodes) {
  leave_unwritten("tp2/deep_network.cpp");
  fs::remove(submission_ / "tp2/kaiming_init.cpp");
  hand_in("tp2/training_loop.cpp", "does not compile, and is not needed");
  const Grading run = draw();
  EXPECT_EQ(run.status, 1) << "it is not all theirs";
  EXPECT_THAT(run.output, AllOf(HasSubstr("stands in for tp2.kaiming_init and"),
                                HasSubstr("Nothing is missing")));
}

TEST_F(GraphCommand, CodeThatDoesNotComeBackHasNoGraph) {
  change("tp2/tanh.cpp", "Tensor y(nn::tanh(x.data()));",
         "__builtin_trap();\n  Tensor y(nn::tanh(x.data()));");
  const Grading crash = draw();
  EXPECT_EQ(crash.status, 1);
  EXPECT_THAT(crash.output, AllOf(HasSubstr("has no graph"), HasSubstr("./gradus check tp2")));
  EXPECT_FALSE(fs::exists(picture_));
}

TEST_F(GraphCommand, CodeThatDoesNotCompileIsShownWhy) {
  change("tp2/tanh.cpp", "return y;", "return z;");
  const Grading run = draw();
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.output, AllOf(HasSubstr("has no graph"), HasSubstr("tp2/tanh.cpp")));
  fs::remove(submission_ / "tp2/tanh.cpp");
  EXPECT_THAT(draw().output, HasSubstr("tp2/tanh.cpp is missing"));
}

TEST_F(GraphCommand, Tp1HasNoneAndSaysWhy) {
  const Grading run = gradus({"graph", "tp1"});
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.errors, HasSubstr("every gradient by hand"));
  EXPECT_EQ(gradus({"graph", "tp3"}).status, 2);
  EXPECT_EQ(gradus({"graph"}).status, 2);
  EXPECT_EQ(draw({"--hidden-layers", "-1"}).status, 2);
}

TEST_F(GraphCommand, AFolderThatIsNotThereIsAWrongWord) {
  picture_ = folder_ / "nowhere" / "graph.svg";
  const Grading run = draw();
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.errors, HasSubstr("There is no folder"));
}

}  // namespace
}  // namespace gradus::judge

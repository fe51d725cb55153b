#include "graph/findings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/graph/sample_graph.hpp"

namespace gradus::graph {
namespace {

using namespace test;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> said(const Graph& graph) {
  std::vector<std::string> all;
  for (const Finding& f : findings(graph)) all.push_back(f.says);
  return all;
}

TEST(Findings, AWholeGraphLacksNothing) { EXPECT_THAT(said(whole()), IsEmpty()); }

TEST(Findings, AFunctionThatForgotSetBackwardIsNamedBeforeWhatItCosts) {
  const std::vector<Finding> all = findings(cut_at_tanh());
  ASSERT_EQ(all.size(), 2U);
  EXPECT_THAT(all[0].says, AllOf(HasSubstr("tanh returned y2"), HasSubstr("y1 requires"),
                                 HasSubstr("labs/tp2/tanh.cpp")));
  EXPECT_EQ(all[0].node, kY2);
  EXPECT_THAT(all[1].says, HasSubstr("No gradient reached W0 and b0"));
}

TEST(Findings, AStubIsTheNextStep) {
  const Graph graph = stopped_at_tanh();
  EXPECT_THAT(said(graph), ElementsAre(AllOf(HasSubstr("network.forward(x); stops"),
                                             HasSubstr("./gradus check tp2.tanh"))));
  EXPECT_EQ(findings(graph)[0].node, kY2);
  ASSERT_NE(unfinished(graph), nullptr);
  EXPECT_EQ(unfinished(graph)->slug, "tp2.tanh");
}

TEST(Findings, APartOfAnExerciseIsThatExercise) {
  Graph graph = stopped_at_tanh();
  graph.said = "tp2.deep_network.forward";
  EXPECT_EQ(unfinished(graph)->slug, "tp2.deep_network");
}

TEST(Findings, AStubThatNobodyKnowsIsShownAsItIs) {
  Graph graph = stopped_at_tanh();
  graph.said = "tp2.tanhs";
  EXPECT_EQ(unfinished(graph), nullptr);
  EXPECT_THAT(said(graph), ElementsAre(HasSubstr("not written yet: tp2.tanhs")));
}

TEST(Findings, WhatAnExceptionSaysIsNoStub) {
  Graph graph = stopped_at_tanh();
  graph.steps[static_cast<std::size_t>(Step::kForward)] = Outcome::kThrew;
  EXPECT_EQ(unfinished(graph), nullptr);
  EXPECT_THAT(said(graph), ElementsAre(HasSubstr("stopped with an exception: tp2.tanh")));
}

TEST(Findings, AnInputWithoutItsGradientIsNamed) {
  Graph graph = whole();
  graph.links[1].handed = false;
  graph.nodes[kB0].has_gradient = false;
  EXPECT_THAT(said(graph),
              ElementsAre(AllOf(HasSubstr("y1 = affine_transform(W0, b0, x)"),
                                HasSubstr("no gradient to b0"),
                                HasSubstr("call accumulate_gradient on every input")),
                          HasSubstr("No gradient reached b0: an optimiser would leave it")));
}

TEST(Findings, AnExceptionInABackwardFunctionIsNotBlamedOnTheGradientsItDidNotComeTo) {
  Graph graph = whole();
  graph.links[3].handed = false;  // tanh had its turn and threw
  graph.nodes[kY1].turn = 0;
  graph.steps[static_cast<std::size_t>(Step::kBackward)] = Outcome::kThrew;
  EXPECT_THAT(said(graph), ElementsAre(HasSubstr("loss.backward(); stopped")));
}

TEST(Findings, AnArgumentThatSetBackwardDoesNotListIsNamed) {
  Graph graph = whole();
  graph.links[1].listed = false;
  EXPECT_THAT(said(graph),
              ElementsAre(AllOf(HasSubstr("set_backward of y1"), HasSubstr("does not list b0"))));
}

TEST(Findings, ATensorMadeFromNumbersCutsTheGraph) {
  Graph graph = whole();
  Node constant;
  constant.shape = {4, 2};
  graph.nodes.push_back(constant);
  graph.links[6].from = graph.nodes.size() - 1;
  graph.links[6].handed = false;
  EXPECT_THAT(said(graph), ElementsAre(HasSubstr("y2 = tanh(y1) is used by nothing"),
                                       HasSubstr("c1, a tensor of 4 x 2, was made from numbers")));
}

TEST(Findings, AParameterThatIsMadeAnewIsNotTheNetworks) {
  Graph graph = whole();
  graph.nodes[kW0].kind = Kind::kConstant;
  EXPECT_THAT(said(graph), ElementsAre(HasSubstr("network.parameters() does not list it")));
}

TEST(Findings, EntriesThatWereNeverWrittenAreTheCauseOfNanInGradients) {
  Graph graph = whole();
  graph.nodes[kW0].finite_value = false;
  graph.nodes[kB0].finite_gradient = false;
  EXPECT_THAT(said(graph), ElementsAre(HasSubstr("After init_parameters, W0 holds")));
  graph.nodes[kW0].finite_value = true;
  EXPECT_THAT(said(graph), ElementsAre(HasSubstr("in the gradient of b0")));
  graph.nodes[kW0].kind = Kind::kConstant;
  graph.nodes[kW0].finite_value = false;
  EXPECT_THAT(said(graph), ElementsAre(HasSubstr("network.parameters() does not list it")));
}

TEST(Findings, AParameterThatForwardDoesNotUseIsNamed) {
  Graph graph = whole();
  graph.nodes.push_back(parameter("W1", {4, 4}));
  graph.nodes.back().has_gradient = false;
  EXPECT_THAT(said(graph), ElementsAre(HasSubstr("forward does not use W1")));
}

}  // namespace
}  // namespace gradus::graph

#include "graph/text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/words.hpp"
#include "tests/graph/sample_graph.hpp"

namespace gradus::graph {
namespace {

using namespace test;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

TEST(Words, NodesAreCalledAsInTheCode) {
  EXPECT_THAT(names(whole()),
              ElementsAre("x", "W0", "b0", "y1", "y2", "output_W", "output_b", "logits", "loss"));
  EXPECT_EQ(equation(whole(), names(whole()), kY1), "y1 = affine_transform(W0, b0, x)");
  EXPECT_EQ(equation(whole(), names(whole()), kW0), "W0");
}

TEST(Words, NumbersAreOrdinals) {
  EXPECT_EQ(ordinal(1), "1st");
  EXPECT_EQ(ordinal(2), "2nd");
  EXPECT_EQ(ordinal(3), "3rd");
  EXPECT_EQ(ordinal(4), "4th");
  EXPECT_EQ(ordinal(11), "11th");
  EXPECT_EQ(ordinal(21), "21st");
  EXPECT_EQ(ordinal(112), "112th");
}

TEST(Words, ListsReadAsSentences) {
  EXPECT_EQ(listing({"W0"}), "W0");
  EXPECT_EQ(listing({"W0", "b0"}), "W0 and b0");
  EXPECT_EQ(listing({"W0", "b0", "x"}), "W0, b0 and x");
}

TEST(Words, TheCodeIsThatOfTheNetworkThatWasBuilt) {
  graph::Setup setup;
  setup.hidden_layers = 2;
  setup.relu = true;
  EXPECT_EQ(code(Step::kConstruct, setup), "DeepNetwork network(5, 3, 4, 2, Activation::kRelu);");
  EXPECT_EQ(text(setup),
            "5 inputs, 2 hidden layers of 4 units (relu), 3 classes; 2 samples, one "
            "in each column");
  setup.hidden_layers = 0;
  EXPECT_THAT(text(setup), HasSubstr("0 hidden layers, 3 classes"));
}

TEST(List, FollowsBackward) {
  const std::string text = list(whole());
  std::size_t last = 0;
  for (const char* line : {"1. loss = nll", "2. logits = affine", "3. y2 = tanh(y1)",
                           "4. y1 = affine", "W0          4 x 5, receives a gradient",
                           "x           5 x 2, wants no gradient", "Nothing is missing"}) {
    const auto at = text.find(line, last);
    ASSERT_NE(at, std::string::npos) << line << " in\n" << text;
    last = at;
  }
}

TEST(List, TellsWhatBackwardDidNotVisit) {
  EXPECT_THAT(list(cut_at_tanh()),
              AllOf(HasSubstr("not visited by backward:\n  -  y1 = affine"),
                    HasSubstr("W0          4 x 5, receives no gradient"),
                    HasSubstr("y1          4 x 2, is not listed in set_backward"),
                    HasSubstr("!1 tanh returned y2"), Not(HasSubstr("Nothing is missing"))));
}

TEST(List, BeforeBackwardNothingIsSaidToBeMissing) {
  EXPECT_THAT(list(stopped_at_tanh()),
              AllOf(HasSubstr("before it came to backward"), Not(HasSubstr("receives no")),
                    HasSubstr("stopped      Tensor logits"), HasSubstr("not reached  loss.back")));
}

TEST(List, SaysWhoseCodeStandsIn) {
  Graph graph = whole();
  EXPECT_THAT(list(graph), Not(HasSubstr("reference")));
  graph.stand_ins = {"tp2.zero_init", "tp2.deep_network"};
  EXPECT_THAT(list(graph), HasSubstr("stands in for tp2.zero_init and tp2.deep_network, which"));
}

}  // namespace
}  // namespace gradus::graph

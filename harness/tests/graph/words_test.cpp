#include "graph/words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/graph/sample_graph.hpp"

namespace gradus::graph {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(Words, NodesAreCalledAsInTheCode) {
  EXPECT_THAT(names(whole()),
              ElementsAre("x", "W0", "b0", "y1", "y2", "output_W", "output_b", "logits", "loss"));
  EXPECT_EQ(equation(whole(), names(whole()), kY1), "y1 = affine_transform(W0, b0, x)");
  EXPECT_EQ(equation(whole(), names(whole()), kW0), "W0");
}

TEST(Words, FunctionsOfTp2HaveTheirFiles) {
  EXPECT_EQ(file_of("affine_transform"), "labs/tp2/affine.cpp");
  EXPECT_EQ(file_of("relu"), "labs/tp2/relu.cpp");
  EXPECT_EQ(file_of("my_helper"), "");
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

}  // namespace
}  // namespace gradus::graph

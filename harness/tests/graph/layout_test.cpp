#include "graph/layout.hpp"

#include <gtest/gtest.h>

#include "tests/graph/sample_graph.hpp"

namespace gradus::graph {
namespace {

using namespace test;

constexpr Sizes kSizes = {200, 50, 300, 80};

Layout lay_out(const Graph& graph) { return graph::lay_out(graph, kSizes, 30, 100); }

bool overlap(const Box& a, const Box& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

bool contains(const Box& outer, const Box& inner) {
  return outer.x <= inner.x && outer.y <= inner.y && outer.right() >= inner.right() &&
         outer.bottom() >= inner.bottom();
}

void expect_apart(const Layout& layout) {
  for (std::size_t i = 0; i < layout.boxes.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      EXPECT_FALSE(overlap(layout.boxes[i], layout.boxes[k])) << i << " and " << k;
    }
  }
}

TEST(Layout, NoTwoBoxesOverlap) {
  expect_apart(lay_out(whole()));
  expect_apart(lay_out(stopped_at_tanh()));
}

TEST(Layout, ForwardGoesDown) {
  const Layout layout = lay_out(whole());
  for (const auto& [above, below] : {std::pair{kX, kY1}, std::pair{kY1, kY2},
                                     std::pair{kY2, kLogits}, std::pair{kLogits, kLossNode}}) {
    EXPECT_LT(layout.boxes[above].bottom(), layout.boxes[below].y);
    EXPECT_EQ(layout.rows[below], layout.rows[above] + 1);
  }
}

TEST(Layout, ParametersStandBesideWhatUsesThemFirst) {
  Graph graph = whole();
  graph.links.push_back({kW0, kLogits, true, true});
  const Layout layout = lay_out(graph);
  EXPECT_EQ(layout.rows[kW0], layout.rows[kY1]);
  EXPECT_EQ(layout.rows[kOutB], layout.rows[kLogits]);
  EXPECT_LT(layout.boxes[kW0].right(), layout.boxes[kY1].x);
}

TEST(Layout, ParametersThatNobodyUsesComeLast) {
  Graph graph = whole();
  graph.nodes.push_back(parameter("W1", {4, 4}));
  const Layout layout = lay_out(graph);
  EXPECT_GT(layout.boxes.back().y, layout.boxes[kLossNode].bottom());
  EXPECT_GE(layout.bottom, layout.boxes.back().bottom());
  expect_apart(layout);
}

TEST(Layout, TheFramesHoldParametersAndWhatForwardComputed) {
  const Layout layout = lay_out(whole());
  ASSERT_TRUE(layout.parameters && layout.forward);
  for (const At i : {kW0, kB0, kOutW, kOutB}) {
    EXPECT_TRUE(contains(*layout.parameters, layout.boxes[i]));
  }
  for (const At i : {kY1, kY2, kLogits}) EXPECT_TRUE(contains(*layout.forward, layout.boxes[i]));
  for (const At i : {kX, kLossNode}) EXPECT_FALSE(overlap(*layout.forward, layout.boxes[i]));
  EXPECT_FALSE(overlap(*layout.parameters, *layout.forward));
}

TEST(Layout, ManyParametersOfOneNodeMakeRoom) {
  Graph graph = whole();
  for (int i = 0; i < 6; ++i) {
    graph.nodes.push_back(parameter("p" + std::to_string(i), {1, 1}));
    graph.links.push_back({graph.nodes.size() - 1, kY1, true, true});
  }
  expect_apart(lay_out(graph));
}

TEST(Layout, CyclesAndLinksToOneselfHaveALayoutToo) {
  Graph graph = whole();
  graph.links.push_back({kLossNode, kY1, true, true});
  graph.links.push_back({kY2, kY2, true, true});
  graph.links.push_back({kY1, kW0, true, true});
  graph.links.push_back({kW0, kB0, true, true});
  expect_apart(lay_out(graph));
}

TEST(Layout, NothingTakesNoRoom) {
  const Layout layout = lay_out({});
  EXPECT_TRUE(layout.boxes.empty());
  EXPECT_FALSE(layout.parameters || layout.forward);
}

}  // namespace
}  // namespace gradus::graph

#include "graph/ask.hpp"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <random>

#include "graph/list.hpp"
#include "graph/svg.hpp"

namespace gradus::graph {
namespace {

using testing::HasSubstr;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

/// x -> y = tanh(x), as a program of ours sends it.
protocol::Reply right() {
  protocol::Reply reply;
  Array nodes({wire::kNodeRows, 2});
  nodes(wire::kKind, 0) = 1;
  nodes(wire::kRows, 0) = nodes(wire::kRows, 1) = 5;
  nodes(wire::kCols, 0) = nodes(wire::kCols, 1) = 2;
  nodes(wire::kKind, 1) = 3;
  nodes(wire::kRequiresGrad, 1) = nodes(wire::kHasBackward, 1) = 1;
  nodes(wire::kTurn, 1) = 1;
  nodes(wire::kFiniteValue, 0) = nodes(wire::kFiniteValue, 1) = 1;
  nodes(wire::kFiniteGradient, 0) = nodes(wire::kFiniteGradient, 1) = 1;
  Array links({wire::kLinkRows, 1});
  links(wire::kTo, 0) = 1;
  links(wire::kListed, 0) = 1;
  reply.arrays = {nodes, links, Array({kSteps, 1}, 1.0)};
  reply.text = "x\ntanh\n";
  return reply;
}

/// Why a reply is refused; nothing if it is not.
std::string complaint(const protocol::Reply& reply) {
  try {
    static_cast<void>(read(reply, {}));
  } catch (const sandbox::SubjectFailure& e) {
    return e.what();
  }
  return {};
}

/// The reply with one number changed.
protocol::Reply with(std::size_t array, Index row, Index col, double value) {
  protocol::Reply reply = right();
  reply.arrays[array](row, col) = value;
  return reply;
}

TEST(Ask, ReadsWhatTheProgramSends) {
  protocol::Reply reply = right();
  reply.text += "it said\ntwo lines";
  const Graph graph = read(reply, {});
  ASSERT_EQ(graph.nodes.size(), 2U);
  EXPECT_EQ(graph.nodes[0].kind, Kind::kInput);
  EXPECT_EQ(graph.nodes[1].name, "tanh");
  EXPECT_EQ(graph.nodes[1].shape, (Shape{5, 2}));
  EXPECT_EQ(graph.nodes[1].turn, 1);
  EXPECT_TRUE(graph.nodes[1].has_backward);
  ASSERT_EQ(graph.links.size(), 1U);
  EXPECT_EQ(graph.links[0].to, 1U);
  EXPECT_TRUE(graph.links[0].listed);
  EXPECT_FALSE(graph.links[0].handed);
  EXPECT_EQ(graph.outcome(Step::kBackward), Outcome::kDone);
  EXPECT_EQ(graph.said, "it said\ntwo lines");
}

TEST(Ask, NumbersThatMeanNothingAreRefused) {
  for (const double bad : {kNan, -1.0, 0.5, 1e300, std::numeric_limits<double>::infinity()}) {
    for (Index row = 0; row < wire::kNodeRows; ++row) {
      EXPECT_THAT(complaint(with(0, row, 1, bad)), HasSubstr("means nothing")) << row << " " << bad;
    }
    for (Index row = 0; row < wire::kLinkRows; ++row) {
      EXPECT_THAT(complaint(with(1, row, 0, bad)), HasSubstr("means nothing")) << row << " " << bad;
    }
    EXPECT_THAT(complaint(with(2, 0, 0, bad)), HasSubstr("means nothing")) << bad;
  }
}

TEST(Ask, KindsLinksAndStepsThatDoNotExistAreRefused) {
  EXPECT_NE(complaint(with(0, wire::kKind, 0, kKinds)), "");
  EXPECT_NE(complaint(with(1, wire::kFrom, 0, 2)), "");
  EXPECT_NE(complaint(with(1, wire::kTo, 0, 2)), "");
  EXPECT_NE(complaint(with(2, 4, 0, kOutcomes)), "");
}

TEST(Ask, ALinkInAGraphWithoutNodesIsRefused) {
  protocol::Reply reply = right();
  reply.arrays[0] = Array({wire::kNodeRows, 0});
  EXPECT_NE(complaint(reply), "");
}

TEST(Ask, PartsOfOtherShapesAreRefused) {
  protocol::Reply reply = right();
  reply.arrays.pop_back();
  EXPECT_THAT(complaint(reply), HasSubstr("not made of"));
  reply.arrays = {};
  EXPECT_THAT(complaint(reply), HasSubstr("not made of"));
  for (const std::size_t i : {0U, 1U, 2U}) {
    reply = right();
    reply.arrays[i] = Array({3, 3});
    EXPECT_THAT(complaint(reply), HasSubstr("shapes"));
  }
}

TEST(Ask, MoreNodesThanAnyNetworkNeedsAreRefused) {
  protocol::Reply reply = right();
  reply.arrays[0] = Array({wire::kNodeRows, kMaxNodes + 1});
  EXPECT_THAT(complaint(reply), HasSubstr("more nodes"));
}

TEST(Ask, AnExceptionAroundTheStepsIsTold) {
  protocol::Reply reply;
  reply.status = protocol::Status::kException;
  reply.text = "an empty handle";
  EXPECT_THAT(complaint(reply), HasSubstr("an empty handle"));
}

TEST(Ask, NamesAreHarmlessAndShort) {
  protocol::Reply reply = right();
  reply.text = "x\n\x1b[2J\t\u202e" + std::string(500, 'a') + "\n\x1b[31m said";
  const Graph graph = read(reply, {});
  EXPECT_EQ(graph.nodes[1].name.find('\x1b'), std::string::npos);
  EXPECT_THAT(graph.nodes[1].name, HasSubstr("\\x1b[2J \\u202e"));
  EXPECT_LT(graph.nodes[1].name.size(), 80U);
  EXPECT_EQ(graph.said, "\\x1b[31m said");
}

TEST(Ask, NamesThatAreMissingAreEmpty) {
  protocol::Reply reply = right();
  reply.text = "x";
  EXPECT_EQ(read(reply, {}).nodes[1].name, "");
}

// Whatever comes back within the bounds can be told and drawn: cycles, loops, several losses.
TEST(Ask, AnyGraphThatIsReadCanBeDrawn) {
  std::mt19937 random(20261127);
  const auto below = [&](Index n) {
    return static_cast<double>(std::uniform_int_distribution<Index>(0, n - 1)(random));
  };
  for (int i = 0; i < 200; ++i) {
    const auto n = static_cast<Index>(1 + below(12));
    const auto n_links = static_cast<Index>(below(30));
    protocol::Reply reply;
    Array nodes({wire::kNodeRows, n});
    Array links({wire::kLinkRows, n_links});
    Array steps({kSteps, 1});
    for (Index node = 0; node < n; ++node) {
      for (double* v = &nodes(0, node); v != &nodes(0, node) + wire::kNodeRows; ++v) *v = below(2);
      nodes(wire::kKind, node) = below(kKinds);
      nodes(wire::kTurn, node) = below(4);
      reply.text += std::string(static_cast<std::size_t>(below(4)), '<') + "nll\n";
    }
    for (Index link = 0; link < n_links; ++link) {
      links(wire::kFrom, link) = below(n);
      links(wire::kTo, link) = below(n);
      links(wire::kListed, link) = below(2);
      links(wire::kHanded, link) = below(2);
    }
    for (double& step : steps.values) step = below(kOutcomes);
    reply.arrays = {nodes, links, steps};
    const Graph graph = read(reply, {});
    EXPECT_THAT(svg(graph), testing::EndsWith("</svg>\n"));
    EXPECT_NE(list(graph), "");
  }
}

class Recorder : public sandbox::Subject {
 public:
  protocol::Reply call(const protocol::Request& request,
                       const sandbox::ReplyBounds& bounds) override {
    request_ = request;
    bounds_ = bounds;
    return right();
  }
  protocol::Request request_;
  sandbox::ReplyBounds bounds_;
};

TEST(Ask, TheQuestionNamesTheNetworkAndBoundsTheAnswer) {
  Recorder student;
  graph::Setup setup;
  setup.hidden_layers = 3;
  setup.relu = true;
  EXPECT_EQ(ask(student, setup).setup.hidden_layers, 3);
  EXPECT_EQ(student.request_.operation, protocol::Operation::kTp2Graph);
  EXPECT_THAT(student.request_.arrays.at(0).values, testing::ElementsAre(5, 3, 4, 3, 1));
  EXPECT_THAT(student.request_.arrays.at(1).values, testing::ElementsAre(2));
  EXPECT_EQ(student.bounds_.arrays, 3U);
  EXPECT_LT(student.bounds_.bytes, 100'000U);
}

}  // namespace
}  // namespace gradus::graph

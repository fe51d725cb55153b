#include "graph/list.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/graph/sample_graph.hpp"

namespace gradus::graph {
namespace {

using namespace test;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

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

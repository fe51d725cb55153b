#include "graph/svg.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <regex>

#include "tests/graph/sample_graph.hpp"

namespace gradus::graph {
namespace {

using namespace test;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

/// Whether every tag is closed in its turn, and no `<` or `&` is anything else.
bool is_well_formed(const std::string& xml) {
  const std::regex tag(R"(<(/?)([a-zA-Z]+)((?:\s+[a-zA-Z:-]+='[^'<]*')*)\s*(/?)>)");
  const std::regex entity("&(amp|lt|gt|quot|apos);");
  std::vector<std::string> open;
  std::string text;
  auto end = xml.begin();
  for (std::sregex_iterator it(xml.begin(), xml.end(), tag), last; it != last; ++it) {
    text.append(end, (*it)[0].first);
    end = (*it)[0].second;
    if ((*it)[1].length() > 0) {
      if (open.empty() || open.back() != (*it)[2]) return false;
      open.pop_back();
    } else if ((*it)[4].length() == 0) {
      open.push_back((*it)[2]);
    }
  }
  text.append(end, xml.end());
  text = std::regex_replace(text, entity, "");
  return open.empty() && text.find_first_of("<&") == std::string::npos;
}

TEST(Svg, TheWholeGraphIsWellFormed) {
  EXPECT_TRUE(is_well_formed(svg(whole())));
  EXPECT_TRUE(is_well_formed(svg(cut_at_tanh())));
  EXPECT_TRUE(is_well_formed(svg(stopped_at_tanh())));
  EXPECT_TRUE(is_well_formed(svg({})));
}

TEST(Svg, EveryNodeIsThereInWords) {
  EXPECT_THAT(svg(whole()),
              AllOf(HasSubstr(">W0<"), HasSubstr(">b0<"), HasSubstr(">output_W<"),
                    HasSubstr(">y1 = affine_transform(W0, b0, x)<"), HasSubstr(">y2 = tanh(y1)<"),
                    HasSubstr(">logits = affine_transform(output_W, output_b, y2)<"),
                    HasSubstr(">loss = nll(logits, gold)<")));
}

TEST(Svg, TheOrderOfBackwardIsThereInWordsAndNumbers) {
  const std::string picture = svg(whole());
  EXPECT_THAT(picture, AllOf(HasSubstr("backward: 1st of 4"), HasSubstr("backward: 4th of 4")));
  EXPECT_EQ(count(picture, "<circle class='turn'"), 5U) << "four nodes and the legend";
}

TEST(Svg, AGradientIsDrawnForEachThatWasHandedOn) {
  const std::string legend = "edge gradient'";
  EXPECT_EQ(count(svg(whole()), legend), 8U) << "seven links and the legend";
  EXPECT_EQ(count(svg(cut_at_tanh()), legend), 4U);
  EXPECT_EQ(count(svg(whole()), "class='cross'"), 0U);
  EXPECT_EQ(count(svg(cut_at_tanh()), "class='cross'"), 3U) << "of W0, b0 and y1";
}

TEST(Svg, WhatIsMissingIsMarkedWhereItIs) {
  const std::string picture = svg(cut_at_tanh());
  EXPECT_THAT(picture, AllOf(HasSubstr("What is missing"), HasSubstr("set_backward was not called"),
                             HasSubstr("no gradient arrived"), HasSubstr("dotted:")));
  EXPECT_EQ(count(picture, ">!1<"), 2U) << "in the list and at the node";
  EXPECT_EQ(count(picture, "computed broken"), 1U);
  EXPECT_EQ(count(picture, "parameter broken"), 2U);
  EXPECT_THAT(svg(whole()), AllOf(Not(HasSubstr("broken'")), Not(HasSubstr("dotted:"))));
}

TEST(Svg, WhereAStubStoppedItTheCallIsShown) {
  EXPECT_THAT(svg(stopped_at_tanh()),
              AllOf(HasSubstr(">? = tanh(y1)<"), HasSubstr("stopped broken"),
                    HasSubstr("it stopped here"), Not(HasSubstr("class='cross'"))));
}

TEST(Svg, ItStandsAloneAndRunsNothing) {
  const std::string picture = svg(whole());
  EXPECT_THAT(picture, AllOf(HasSubstr("role='img'"), HasSubstr("<title id="), HasSubstr("<desc"),
                             HasSubstr("prefers-color-scheme: dark")));
  for (const char* word : {"<script", "href", "style=", "foreignObject", "<image", "@import"}) {
    EXPECT_THAT(picture, Not(HasSubstr(word)));
  }
  EXPECT_EQ(count(picture, "http"), 1U) << "its own namespace";
}

TEST(Svg, HostileNamesStayText) {
  Graph graph = cut_at_tanh();
  graph.nodes[kW0].name = "</text><script>alert(1)</script>";
  graph.nodes[kY2].name = "' onload='alert(1)";
  graph.nodes[kB0].name = "&lt;]]>\"";
  graph.steps[static_cast<std::size_t>(Step::kBackward)] = Outcome::kThrew;
  graph.said = "</desc><style>*{display:none}</style>";
  const std::string picture = svg(graph);
  EXPECT_TRUE(is_well_formed(picture));
  EXPECT_THAT(picture, AllOf(Not(HasSubstr("<script")), Not(HasSubstr("onload='")),
                             Not(HasSubstr("<style>*")), HasSubstr("&amp;lt;]]&gt;&quot;")));
}

TEST(Svg, CharactersThatXmlHasNoPlaceForAreLeftOut) {
  EXPECT_EQ(escape("a\uFFFE\uFFFF\uFFFDb\u00e9"), "a\uFFFDb\u00e9");
}

TEST(Svg, LongNamesMakeTheirBoxesWider) {
  Graph graph = whole();
  const std::string before = svg(graph);
  graph.nodes[kW0].name = std::string(40, 'W');
  const std::regex width("width='([0-9]+)'");
  std::smatch a;
  std::smatch b;
  const std::string after = svg(graph);
  ASSERT_TRUE(std::regex_search(before, a, width) && std::regex_search(after, b, width));
  EXPECT_GT(std::stoi(b[1]), std::stoi(a[1]) + 200);
}

}  // namespace
}  // namespace gradus::graph

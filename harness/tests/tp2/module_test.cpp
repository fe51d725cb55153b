#include "tp2/module.hpp"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

#include "nn/error.hpp"
#include "numeric.hpp"

namespace tp2 {
namespace {

using test::message_of;
using testing::ElementsAre;
using testing::HasSubstr;

/// A module whose doors stand open.
struct Open : Module {
  using Module::add_module;
  using Module::add_parameter;
};

std::vector<std::string> names(const Module& module) {
  std::vector<std::string> all;
  for (const Parameter& p : module.parameters()) all.push_back(p.name());
  return all;
}

TEST(Parameter, StartsUnwrittenAndRequiresGradients) {
  Parameter W("W0", 2, 3);
  EXPECT_EQ(W.name(), "W0");
  EXPECT_TRUE(W.requires_grad());
  EXPECT_EQ(W.data().rows(), 2);
  EXPECT_EQ(W.data().cols(), 3);
  for (const double entry : W.data()) EXPECT_TRUE(std::isnan(entry));
}

TEST(Parameter, IsSeenByAllItsHandlesWhenWrittenInPlace) {
  Parameter W("W", 1, 2);
  const Tensor tensor = W;
  const Parameter other = W.named("other");
  W.data()(0, 1) = 7.0;
  EXPECT_EQ(tensor.data()(0, 1), 7.0);
  EXPECT_EQ(other.data()(0, 1), 7.0);
  EXPECT_EQ(other.name(), "other");
  EXPECT_EQ(W.name(), "W");
}

TEST(Parameter, HasANameAndEntries) {
  EXPECT_THROW(Parameter("", 1, 1), std::invalid_argument);
  EXPECT_THAT(message_of<nn::ShapeError>([] { Parameter("W3", 0, 5); }),
              HasSubstr("parameter W3: the shape 0 x 5"));
  EXPECT_THROW(Parameter("W", 5, 0), nn::ShapeError);
  EXPECT_THROW(Parameter("W", 5, -1), nn::ShapeError);
}

TEST(Module, ListsItsParametersInOrder) {
  Open module;
  const Parameter W = module.add_parameter("W", 2, 3);
  const Parameter b = module.add_parameter("b", 2, 1);
  EXPECT_THAT(names(module), ElementsAre("W", "b"));
  EXPECT_EQ(&module.parameters()[0].node(), &W.node());
  EXPECT_EQ(&module.parameters()[1].node(), &b.node());
  EXPECT_EQ(W.data().rows(), 2);
  EXPECT_EQ(W.data().cols(), 3);
}

TEST(Module, ListsNestedParametersInPlaceAndUnderTheirModulesName) {
  Open innermost;
  Open inner;
  Open outer;
  static_cast<void>(outer.add_parameter("first", 1, 1));
  outer.add_module("inner", inner);
  static_cast<void>(outer.add_parameter("last", 1, 1));
  inner.add_module("innermost", innermost);
  static_cast<void>(inner.add_parameter("b", 1, 1));
  static_cast<void>(innermost.add_parameter("W", 1, 1));
  EXPECT_THAT(names(outer), ElementsAre("first", "inner.innermost.W", "inner.b", "last"));
  EXPECT_THAT(names(inner), ElementsAre("innermost.W", "b"));
  EXPECT_EQ(&outer.parameters()[1].node(), &innermost.parameters()[0].node());
}

TEST(Module, TakesEveryNameOnce) {
  Open child;
  Open module;
  static_cast<void>(module.add_parameter("W", 1, 1));
  EXPECT_THAT(message_of<std::invalid_argument>(
                  [&] { static_cast<void>(module.add_parameter("W", 1, 1)); }),
              HasSubstr("the name \"W\" is taken"));
  EXPECT_THAT(message_of<std::invalid_argument>([&] { module.add_module("W", child); }),
              HasSubstr("the name \"W\" is taken"));
  EXPECT_THAT(message_of<std::invalid_argument>([&] { module.add_module("", child); }),
              HasSubstr("the name is empty"));
  EXPECT_EQ(module.parameters().size(), 1U);
}

TEST(Module, TakesEveryChildOnceAndNeverItself) {
  Open child;
  Open module;
  module.add_module("child", child);
  EXPECT_THAT(message_of<std::invalid_argument>([&] { module.add_module("again", child); }),
              HasSubstr("registered already"));
  EXPECT_THAT(message_of<std::invalid_argument>([&] { module.add_module("me", module); }),
              HasSubstr("its own child"));
}

TEST(Module, IsNeitherCopiedNorMoved) {
  EXPECT_FALSE(std::is_copy_constructible_v<Open>);
  EXPECT_FALSE(std::is_move_constructible_v<Open>);
  EXPECT_FALSE(std::is_copy_assignable_v<Open>);
  EXPECT_FALSE(std::is_move_assignable_v<Open>);
}

}  // namespace
}  // namespace tp2

#include "tp2/tensor.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdexcept>
#include <type_traits>

#include "nn/error.hpp"
#include "numeric.hpp"
#include "tp2/activations.hpp"
#include "tp2/parameter.hpp"

namespace tp2 {
namespace {

using test::distance;
using test::leaf;
using test::message_of;
using testing::AllOf;
using testing::HasSubstr;

const BackwardFunction kNothing = [](const nn::Matrix&, const nn::Matrix&) {};

TEST(Tensor, HoldsItsValue) {
  const nn::Matrix value = {{1.0, 2.0}, {3.0, 4.0}};
  EXPECT_EQ(Tensor(value).data(), value);
}

TEST(Tensor, IsAConstantUnlessTold) {
  EXPECT_FALSE(Tensor(nn::Matrix{{1.0}}).requires_grad());
  EXPECT_TRUE(Tensor(nn::Matrix{{1.0}}, true).requires_grad());
}

TEST(Tensor, IsNotMadeFromAMatrixByItself) {
  EXPECT_FALSE((std::is_convertible_v<nn::Matrix, Tensor>));
}

TEST(Tensor, CopiesShareOneNode) {
  const Tensor x = leaf({{1.0}});
  const Tensor same = x;
  x.accumulate_gradient(nn::Matrix{{5.0}});
  EXPECT_EQ(same.gradient(), (nn::Matrix{{5.0}}));
  EXPECT_EQ(&same.node(), &x.node());
  EXPECT_NE(&leaf({{1.0}}).node(), &x.node());
}

TEST(Tensor, HasNoGradientAtFirst) {
  const Tensor x = leaf({{1.0, 2.0}});
  EXPECT_FALSE(x.has_gradient());
  EXPECT_EQ(x.gradient().size(), 0);
}

TEST(Tensor, AddsGradientsUp) {
  const Tensor x = leaf({{1.0, 2.0}});
  x.accumulate_gradient(nn::Matrix{{1.0, 10.0}});
  x.accumulate_gradient(nn::Matrix{{2.0, 20.0}});
  EXPECT_TRUE(x.has_gradient());
  EXPECT_EQ(x.gradient(), (nn::Matrix{{3.0, 30.0}}));
}

TEST(Tensor, ForgetsItsGradientOnDemand) {
  const Tensor x = leaf({{1.0}});
  x.accumulate_gradient(nn::Matrix{{1.0}});
  x.zero_grad();
  EXPECT_FALSE(x.has_gradient());
  x.accumulate_gradient(nn::Matrix{{2.0}});
  EXPECT_EQ(x.gradient(), (nn::Matrix{{2.0}}));
}

TEST(Tensor, KeepsNoGradientOfAConstant) {
  const Tensor x(nn::Matrix{{1.0}});
  x.accumulate_gradient(nn::Matrix{{1.0}});
  EXPECT_FALSE(x.has_gradient());
}

TEST(Tensor, NamesBothShapesOfAWrongGradient) {
  const Tensor x = leaf(nn::Matrix::zeros(2, 3));
  EXPECT_THAT(message_of<nn::ShapeError>([&] { x.accumulate_gradient(nn::Matrix(3, 3)); }),
              AllOf(HasSubstr("the tensor is 2 x 3"), HasSubstr("g is 3 x 3;")));
  EXPECT_THAT(message_of<nn::ShapeError>(
                  [&] { x.accumulate_gradient(nn::outer(nn::Matrix(3, 1), nn::Matrix(2, 1))); }),
              HasSubstr("g is 3 x 2, its transpose"));
  EXPECT_FALSE(x.has_gradient());
}

TEST(Tensor, AddsOuterProductsLikeMatrices) {
  nn::Rng rng(1);
  const nn::Matrix g = test::random_matrix(3, 2, rng);
  const nn::Matrix a = test::random_matrix(4, 2, rng);
  const nn::Matrix dense = g * nn::transpose(a);
  const nn::Matrix other = test::random_matrix(3, 4, rng);

  const Tensor once = leaf(nn::Matrix::zeros(3, 4));
  once.accumulate_gradient(outer(g, a));
  EXPECT_LT(distance(once.gradient(), dense), 1e-15);

  const Tensor twice = leaf(nn::Matrix::zeros(3, 4));
  twice.accumulate_gradient(outer(g, a));
  twice.accumulate_gradient(2.0 * outer(g, a));
  EXPECT_LT(distance(twice.gradient(), 3.0 * dense), 1e-14);

  const Tensor mixed = leaf(nn::Matrix::zeros(3, 4));
  mixed.accumulate_gradient(outer(g, a));
  mixed.accumulate_gradient(other);
  mixed.accumulate_gradient(outer(g, a));
  EXPECT_LT(distance(mixed.gradient(), 2.0 * dense + other), 1e-14);
}

TEST(Tensor, LooksAtAnOuterProductAsOftenAsWanted) {
  const Tensor x = leaf(nn::Matrix::zeros(1, 2));
  x.accumulate_gradient(nn::outer(nn::Matrix{{2.0}}, nn::Matrix{{3.0}, {4.0}}));
  EXPECT_TRUE(x.has_gradient());
  EXPECT_EQ(x.gradient(), (nn::Matrix{{6.0, 8.0}}));
  EXPECT_EQ(x.gradient(), (nn::Matrix{{6.0, 8.0}}));
}

TEST(Tensor, RequiresGradientsOnceItIsANode) {
  const Tensor x = leaf({{1.0}});
  Tensor y(nn::Matrix{{2.0}});
  y.set_backward({x}, kNothing);
  EXPECT_TRUE(y.requires_grad());
  ASSERT_EQ(y.inputs().size(), 1U);
  EXPECT_EQ(&y.inputs()[0].node(), &x.node());
}

TEST(Tensor, ComplainsOfASetBackwardThatCannotBe) {
  const Tensor x = leaf({{1.0}});
  Tensor y(nn::Matrix{{2.0}});
  EXPECT_THAT(message_of<std::logic_error>([&] { y.set_backward({}, kNothing); }),
              HasSubstr("tensors that this one was computed from"));
  EXPECT_THAT(message_of<std::logic_error>([&] { y.set_backward({x}, nullptr); }),
              HasSubstr("a function"));
  EXPECT_THAT(message_of<std::logic_error>([&] {
                y.set_backward({x, y}, kNothing);
              }),
              HasSubstr("own inputs"));
  EXPECT_FALSE(y.requires_grad());
  y.set_backward({x}, kNothing);
  EXPECT_THAT(message_of<std::logic_error>([&] { y.set_backward({x}, kNothing); }),
              HasSubstr("already"));
  Parameter p("W", 1, 1);
  EXPECT_THAT(message_of<std::logic_error>([&] { p.set_backward({x}, kNothing); }),
              HasSubstr("a parameter"));
}

TEST(Tensor, SaysSoWhenThereIsNothingBehindIt) {
  const Parameter empty;
  EXPECT_THAT(message_of<std::logic_error>([&] { static_cast<void>(empty.gradient()); }),
              HasSubstr("declared but never made"));
  EXPECT_THAT(message_of<std::logic_error>([&] { static_cast<void>(relu(empty)); }),
              HasSubstr("add_parameter"));
}

TEST(AnyRequireGrad, IsTrueForOneOfMany) {
  const Tensor constant(nn::Matrix{{1.0}});
  EXPECT_FALSE(any_require_grad({}));
  EXPECT_FALSE(any_require_grad({constant, constant}));
  EXPECT_TRUE(any_require_grad({constant, leaf({{1.0}})}));
  EXPECT_TRUE(any_require_grad({leaf({{1.0}}), constant}));
}

}  // namespace
}  // namespace tp2

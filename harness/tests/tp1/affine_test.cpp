#include "tp1/affine.hpp"

#include <gtest/gtest.h>

#include "nn/error.hpp"

namespace tp1 {
namespace {

TEST(AffineTransform, MultipliesAndAddsTheBias) {
  const nn::Matrix W = {{1.0, 2.0}, {-3.0, 4.0}};
  EXPECT_EQ(affine_transform(W, nn::Vector{10.0, 20.0}, nn::Vector{5.0, 6.0}),
            (nn::Vector{27.0, 29.0}));
}

TEST(AffineTransform, GivesOneEntryForEachRow) {
  const nn::Matrix W = {{1.0, 2.0, 3.0}};
  EXPECT_EQ(affine_transform(W, nn::Vector{0.5}, nn::Vector{1.0, 1.0, 1.0}), nn::Vector{6.5});
}

TEST(AffineTransform, ComplainsOfShapesThatDoNotFit) {
  const nn::Matrix W = {{1.0, 2.0}};
  EXPECT_THROW((void)affine_transform(W, nn::Vector{1.0}, nn::Vector{1.0}), nn::ShapeError);
  EXPECT_THROW((void)affine_transform(W, nn::Vector{1.0, 1.0}, nn::Vector{1.0, 2.0}),
               nn::ShapeError);
}

}  // namespace
}  // namespace tp1

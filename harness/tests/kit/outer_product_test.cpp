#include "nn/outer_product.hpp"

#include <gtest/gtest.h>
#include <limits>
#include <sstream>
#include <type_traits>

#include "nn/error.hpp"
#include "nn/matrix.hpp"
#include "nn/rng.hpp"
#include "tests/kit/message_of.hpp"

namespace {

using nn::Index;
using nn::Matrix;
using nn::OuterProduct;
using nn::Vector;

const Vector kG = {2.0, -3.0};
const Vector kX = {1.0, 0.0, 4.0};
const Matrix kDense = {{2.0, 0.0, 8.0}, {-3.0, 0.0, -12.0}};

template <class Left, class Right>
concept CanAddInPlace = requires(Left& left, const Right& right) {
  left += right;
};

static_assert(CanAddInPlace<Matrix, OuterProduct>);
static_assert(!CanAddInPlace<OuterProduct, Matrix>, "factors cannot hold an arbitrary matrix");

Matrix random_matrix(Index rows, Index cols, nn::Rng& rng) {
  Matrix A(rows, cols);
  for (double& entry : A) entry = rng.below(3) == 0 ? 0.0 : rng.uniform(-1.0, 1.0);
  return A;
}

TEST(OuterProduct, ConvertsToTheMatrixOfProducts) {
  const Matrix dense = outer(kG, kX);
  EXPECT_EQ(dense, kDense);
}

TEST(OuterProduct, HasTheShapeAndTheEntriesOfTheMatrix) {
  const auto h = outer(kG, kX);
  EXPECT_EQ(h.rows(), 2);
  EXPECT_EQ(h.cols(), 3);
  EXPECT_EQ(h.size(), 6);
  for (Index i = 0; i < 2; ++i) {
    for (Index j = 0; j < 3; ++j) EXPECT_EQ(h(i, j), kDense(i, j));
  }
}

TEST(OuterProduct, OfMatricesSumsOverTheColumns) {
  const Matrix g = {{1.0, 2.0}, {3.0, 4.0}};
  const Matrix x = {{5.0, 6.0}, {7.0, 8.0}, {9.0, 10.0}};
  const Matrix expected = g * transpose(x);
  const OuterProduct h = outer(g, x);
  EXPECT_EQ(Matrix(h), expected);
  EXPECT_EQ(h(1, 2), expected(1, 2));
}

TEST(OuterProduct, StaysFactorsUnderAScalar) {
  const auto h = outer(kG, kX);
  static_assert(std::is_same_v<decltype(0.5 * h), OuterProduct>);
  static_assert(std::is_same_v<decltype(h * 0.5), OuterProduct>);
  static_assert(std::is_same_v<decltype(h / 2.0), OuterProduct>);
  static_assert(std::is_same_v<decltype(-h), OuterProduct>);
  EXPECT_EQ(Matrix(0.5 * h), 0.5 * kDense);
  EXPECT_EQ(Matrix(h * 3), 3.0 * kDense);
  EXPECT_EQ(Matrix(h / 2.0), 0.5 * kDense);
  EXPECT_EQ(Matrix(-h), -kDense);
  EXPECT_EQ(Matrix(-(2.0 * h) / 4.0), -0.5 * kDense);
  EXPECT_EQ((0.5 * h).scale(), 0.5);
  EXPECT_EQ((0.5 * h)(1, 0), 0.5 * kDense(1, 0));
}

TEST(OuterProduct, ShowsItsFactors) {
  const auto h = 3.0 * outer(kG, kX);
  EXPECT_EQ(h.left(), as_column(kG));
  EXPECT_EQ(h.right(), as_column(kX));
  EXPECT_EQ(h.scale(), 3.0);
}

TEST(OuterProduct, OwnsItsFactors) {
  Vector g = kG;
  Matrix x = as_column(kX);
  const auto h = outer(as_column(g), x);
  g(0) = 100.0;
  x(0, 0) = 100.0;
  EXPECT_EQ(Matrix(h), kDense);
}

TEST(OuterProduct, IsAddedAndSubtractedInPlace) {
  Matrix W = {{1.0, 1.0, 1.0}, {1.0, 1.0, 1.0}};
  const double* storage = W.data();
  W += outer(kG, kX);
  EXPECT_EQ(W, kDense + 1.0);
  W -= 2.0 * outer(kG, kX);
  EXPECT_EQ(W, 1.0 - kDense);
  EXPECT_EQ(W.data(), storage);
}

TEST(OuterProduct, UpdatesAgreeWithTheDenseMatrixForAnyBatch) {
  nn::Rng rng(5);
  for (const Index samples : {1, 2, 3, 8, 9, 40}) {
    for (const bool dense_input : {false, true}) {
      const Matrix g = random_matrix(7, samples, rng);
      Matrix x = random_matrix(30, samples, rng);
      if (dense_input) x += 2.0;
      const Matrix before = random_matrix(7, 30, rng);
      const Matrix expected = before - 0.25 * (g * transpose(x));
      Matrix W = before;
      W -= 0.25 * outer(g, x);
      EXPECT_LT(max(abs(W - expected)), 1e-13) << samples << " samples";
    }
  }
}

TEST(OuterProduct, WithoutSamplesIsZero) {
  EXPECT_EQ(Matrix(outer(Matrix(2, 0), Matrix(3, 0))), Matrix::zeros(2, 3));
}

TEST(OuterProduct, StandsWhereverAMatrixStands) {
  const auto h = outer(kG, kX);
  const Matrix m = Matrix::zeros(2, 3) + 1.0;
  EXPECT_EQ(h + m, kDense + 1.0);
  EXPECT_EQ(m - h, 1.0 - kDense);
  EXPECT_EQ(h + h, 2.0 * kDense);
  EXPECT_EQ(hadamard(h, m), kDense);
  EXPECT_EQ(h * Vector({1.0, 1.0, 1.0}), (Vector{10.0, -15.0}));
  EXPECT_EQ(sum(h), sum(kDense));
  EXPECT_EQ(max(h), 8.0);
  EXPECT_EQ(h, kDense);
  EXPECT_EQ(kDense, h);
  const Matrix chosen = m.rows() == 2 ? h : m;
  EXPECT_EQ(chosen, kDense);
  struct Pair {
    Matrix W;
    Vector b;
  };
  const Pair pair = {outer(kG, kX), kG};
  EXPECT_EQ(pair.W, kDense);
  std::ostringstream printed, expected;
  printed << h;
  expected << kDense;
  EXPECT_EQ(printed.str(), expected.str());
}

TEST(OuterProduct, ChecksEveryAccess) {
  const auto h = outer(kG, kX);
  EXPECT_THROW((void)h(2, 0), nn::IndexError);
  EXPECT_THROW((void)h(0, 3), nn::IndexError);
  EXPECT_THROW((void)h(-1, 0), nn::IndexError);
}

TEST(ShapeErrors, OfOuterProductsNameBothShapesAndTheRule) {
  EXPECT_EQ(message_of<nn::ShapeError>([] { (void)outer(Matrix(3, 2), Matrix(4, 5)); }),
            "outer(g, x): g is 3 x 2, x is 4 x 5; both must have the same number of columns, one "
            "for each sample.");
  Matrix W(3, 2);
  EXPECT_EQ(message_of<nn::ShapeError>([&W] { W += outer(kG, kX); }),
            "W += outer(g, x): W is 3 x 2, outer(g, x) is 2 x 3; both must have the same shape.");
  EXPECT_EQ(message_of<nn::ShapeError>([&W] { W -= 0.1 * outer(kG, kX); }),
            "W -= outer(g, x): W is 3 x 2, outer(g, x) is 2 x 3; both must have the same shape.");
}

}  // namespace

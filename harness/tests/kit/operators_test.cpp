#include "nn/operators.hpp"

#include <concepts>
#include <gtest/gtest.h>
#include <limits>

#include "nn/error.hpp"
#include "nn/matrix.hpp"
#include "nn/rng.hpp"
#include "tests/kit/message_of.hpp"

namespace {

using nn::Index;
using nn::Matrix;
using nn::Vector;

const Matrix kA = {{1.0, 2.0}, {3.0, 4.0}};
const Matrix kB = {{5.0, -6.0}, {0.5, 8.0}};
const Vector kX = {2.0, -4.0};

template <class Left, class Right>
concept CanMultiply = requires(const Left& left, const Right& right) {
  left* right;
};

// What would have three meanings, or none, must not compile.
static_assert(!CanMultiply<Vector, Vector>);
static_assert(!CanMultiply<Vector, Matrix>);
static_assert(CanMultiply<Matrix, Vector>);
static_assert(CanMultiply<Matrix, Matrix>);
static_assert(CanMultiply<nn::OuterProduct, Vector>);
static_assert(!std::convertible_to<Vector, Matrix>);
static_assert(!std::convertible_to<Matrix, Vector>);
static_assert(!std::convertible_to<int, Vector>);

Matrix random_matrix(Index rows, Index cols, nn::Rng& rng) {
  Matrix A(rows, cols);
  for (double& entry : A) entry = rng.uniform(-1.0, 1.0);
  return A;
}

Matrix product_by_definition(const Matrix& A, const Matrix& B) {
  Matrix C = Matrix::zeros(A.rows(), B.cols());
  for (Index i = 0; i < A.rows(); ++i) {
    for (Index j = 0; j < B.cols(); ++j) {
      for (Index k = 0; k < A.cols(); ++k) C(i, j) += A(i, k) * B(k, j);
    }
  }
  return C;
}

TEST(Operators, MatrixTimesVector) { EXPECT_EQ(kA * kX, (Vector{-6.0, -10.0})); }

TEST(Operators, MatrixTimesMatrix) { EXPECT_EQ(kA * kB, (Matrix{{6.0, 10.0}, {17.0, 14.0}})); }

TEST(Operators, ProductsAgreeWithTheDefinitionForAnySize) {
  nn::Rng rng(1);
  for (const Index rows : {1, 3, 8, 17}) {
    for (const Index inner : {1, 4, 19, 300}) {
      for (const Index cols : {1, 2, 3, 9, 33}) {
        const Matrix A = random_matrix(rows, inner, rng);
        const Matrix B = random_matrix(inner, cols, rng);
        const Matrix expected = product_by_definition(A, B);
        EXPECT_LT(max(abs(A * B - expected)), 1e-12) << rows << ' ' << inner << ' ' << cols;
        EXPECT_LT(max(abs(transposed_times(transpose(A), B) - expected)), 1e-12);
        const Vector first = column(expected, 0);
        EXPECT_LT(max(abs(A * column(B, 0) - first)), 1e-12);
        EXPECT_LT(max(abs(transposed_times(transpose(A), column(B, 0)) - first)), 1e-12);
      }
    }
  }
}

TEST(Operators, ProductsWithNothingBetweenAreZero) {
  for (const Index cols : {1, 2, 20}) {
    EXPECT_EQ(Matrix(3, 0) * Matrix(0, cols), Matrix::zeros(3, cols));
    EXPECT_EQ(transposed_times(Matrix(0, 3), Matrix(0, cols)), Matrix::zeros(3, cols));
    EXPECT_EQ((Matrix(0, 3) * Matrix::zeros(3, cols)).rows(), 0);
  }
  EXPECT_EQ(Matrix(3, 0) * Vector(), Vector::zeros(3));
  EXPECT_EQ((Matrix(3, 2) * Matrix(2, 0)).cols(), 0);
}

TEST(Operators, AMatrixMayBeMultipliedWithItself) {
  Matrix A = kA;
  A = A * A;
  EXPECT_EQ(A, (Matrix{{7.0, 10.0}, {15.0, 22.0}}));
}

TEST(Operators, SumAndDifferenceEntryByEntry) {
  EXPECT_EQ((Vector{1.0, 2.0} + kX), (Vector{3.0, -2.0}));
  EXPECT_EQ((Vector{1.0, 2.0} - kX), (Vector{-1.0, 6.0}));
  EXPECT_EQ(kA + kB, (Matrix{{6.0, -4.0}, {3.5, 12.0}}));
  EXPECT_EQ(kA - kB, (Matrix{{-4.0, 8.0}, {2.5, -4.0}}));
}

TEST(Operators, OneNumberWithEachEntryOfAVector) {
  EXPECT_EQ(-kX, (Vector{-2.0, 4.0}));
  EXPECT_EQ(kX + 1.0, (Vector{3.0, -3.0}));
  EXPECT_EQ(1.0 + kX, (Vector{3.0, -3.0}));
  EXPECT_EQ(kX - 1.0, (Vector{1.0, -5.0}));
  EXPECT_EQ(1.0 - kX, (Vector{-1.0, 5.0}));
  EXPECT_EQ(kX * 3, (Vector{6.0, -12.0}));
  EXPECT_EQ(3 * kX, (Vector{6.0, -12.0}));
  EXPECT_EQ(kX / 2.0, (Vector{1.0, -2.0}));
  EXPECT_EQ(2.0 / kX, (Vector{1.0, -0.5}));
}

TEST(Operators, OneNumberWithEachEntryOfAMatrix) {
  EXPECT_EQ(-kA, (Matrix{{-1.0, -2.0}, {-3.0, -4.0}}));
  EXPECT_EQ(kA + 1.0, (Matrix{{2.0, 3.0}, {4.0, 5.0}}));
  EXPECT_EQ(1.0 + kA, (Matrix{{2.0, 3.0}, {4.0, 5.0}}));
  EXPECT_EQ(kA - 1.0, (Matrix{{0.0, 1.0}, {2.0, 3.0}}));
  EXPECT_EQ(1.0 - kA, (Matrix{{0.0, -1.0}, {-2.0, -3.0}}));
  EXPECT_EQ(kA * 3, (Matrix{{3.0, 6.0}, {9.0, 12.0}}));
  EXPECT_EQ(3 * kA, (Matrix{{3.0, 6.0}, {9.0, 12.0}}));
  EXPECT_EQ(kA / 2.0, (Matrix{{0.5, 1.0}, {1.5, 2.0}}));
  EXPECT_EQ(12.0 / kA, (Matrix{{12.0, 6.0}, {4.0, 3.0}}));
}

TEST(Operators, InPlaceOnAVector) {
  Vector x = {1.0, 2.0};
  x += kX;
  EXPECT_EQ(x, (Vector{3.0, -2.0}));
  x -= kX;
  x += 1.0;
  EXPECT_EQ(x, (Vector{2.0, 3.0}));
  x -= 1.0;
  x *= 6.0;
  EXPECT_EQ(x, (Vector{6.0, 12.0}));
  x /= 3.0;
  EXPECT_EQ(x, (Vector{2.0, 4.0}));
  const Vector& itself = x;
  x += itself;
  EXPECT_EQ(x, (Vector{4.0, 8.0}));
  x -= itself;
  EXPECT_EQ(x, Vector::zeros(2));
}

TEST(Operators, InPlaceOnAMatrix) {
  Matrix A = kA;
  A += kB;
  EXPECT_EQ(A, kA + kB);
  A -= kB;
  A += 1.0;
  EXPECT_EQ(A, kA + 1.0);
  A -= 1.0;
  A *= 6.0;
  EXPECT_EQ(A, 6.0 * kA);
  A /= 3.0;
  EXPECT_EQ(A, 2.0 * kA);
  const Matrix& itself = A;
  A += itself;
  EXPECT_EQ(A, 4.0 * kA);
}

TEST(Operators, OperandsStayAsTheyAre) {
  const Matrix A = kA;
  const Vector x = kX;
  (void)(A + A);
  (void)(2.0 * A);
  (void)(-x);
  (void)(A * x);
  EXPECT_EQ(A, kA);
  EXPECT_EQ(x, kX);
}

TEST(Operators, InfinityStaysInfinityInSums) {
  const double inf = std::numeric_limits<double>::infinity();
  EXPECT_EQ((Vector{inf, -inf} + Vector{1.0, 2.0}), (Vector{inf, -inf}));
  EXPECT_EQ((Vector{1.0} - Vector{inf}), (Vector{-inf}));
}

TEST(ShapeErrors, OfProductsNameBothShapesAndTheRule) {
  EXPECT_EQ(message_of<nn::ShapeError>([] { (void)(Matrix(3, 4) * Vector(5)); }),
            "W * x: W is 3 x 4, x has 5 entries; the columns of W must equal the entries of x.");
  EXPECT_EQ(message_of<nn::ShapeError>([] { (void)(Matrix(3, 4) * Matrix(5, 2)); }),
            "A * B: A is 3 x 4, B is 5 x 2; the columns of A must equal the rows of B.");
}

TEST(ShapeErrors, OfSumsNameBothShapesAndTheRule) {
  EXPECT_EQ(message_of<nn::ShapeError>([] { (void)(Vector(3) + Vector(1)); }),
            "a + b: a has 3 entries, b has 1 entry; both must have the same number of entries.");
  EXPECT_EQ(message_of<nn::ShapeError>([] { (void)(Vector(3) - Vector(4)); }),
            "a - b: a has 3 entries, b has 4 entries; both must have the same number of entries.");
  EXPECT_EQ(message_of<nn::ShapeError>([] { (void)(Matrix(2, 3) + Matrix(3, 2)); }),
            "A + B: A is 2 x 3, B is 3 x 2; both must have the same shape.");
  EXPECT_EQ(message_of<nn::ShapeError>([] { (void)(Matrix(2, 3) - Matrix(2, 2)); }),
            "A - B: A is 2 x 3, B is 2 x 2; both must have the same shape.");
}

TEST(ShapeErrors, LeaveTheLeftSideUntouched) {
  Matrix A = kA;
  EXPECT_THROW(A += Matrix::zeros(2, 3), nn::ShapeError);
  Vector x = kX;
  EXPECT_THROW(x -= Vector::zeros(3), nn::ShapeError);
  EXPECT_EQ(A, kA);
  EXPECT_EQ(x, kX);
}

}  // namespace

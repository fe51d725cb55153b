#include "nn/matrix.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <utility>

#include "nn/error.hpp"
#include "tests/kit/message_of.hpp"

namespace {

using nn::Index;
using nn::Matrix;

TEST(Matrix, HoldsTheRowsOfAList) {
  const Matrix A = {{1.0, 2.0, 3.0}, {4.0, 5.0, 6.0}};
  EXPECT_EQ(A.rows(), 2);
  EXPECT_EQ(A.cols(), 3);
  EXPECT_EQ(A.size(), 6);
  EXPECT_EQ(A(0, 2), 3.0);
  EXPECT_EQ(A(1, 0), 4.0);
}

TEST(Matrix, StoresColumnAfterColumn) {
  const Matrix A = {{1.0, 2.0, 3.0}, {4.0, 5.0, 6.0}};
  EXPECT_EQ(A.data()[1], 4.0);
  EXPECT_EQ(A.data()[2], 2.0);
  EXPECT_EQ(A.end() - A.begin(), 6);
}

TEST(Matrix, OfAShapeIsNaNUntilWritten) {
  Matrix A(2, 3);
  for (const double entry : A) EXPECT_TRUE(std::isnan(entry));
  A(1, 2) = 4.0;
  EXPECT_EQ(A(1, 2), 4.0);
  EXPECT_TRUE(std::isnan(A(0, 2)));
}

TEST(Matrix, InBracesIsAShapeTooAndNeverEntries) {
  const Matrix A{2, 3};
  EXPECT_EQ(A.rows(), 2);
  EXPECT_EQ(A.cols(), 3);
}

TEST(Matrix, OfZerosIsZero) {
  EXPECT_EQ(Matrix::zeros(2, 2), (Matrix{{0.0, 0.0}, {0.0, 0.0}}));
  EXPECT_EQ(Matrix::zeros(4, 3).rows(), 4);
}

TEST(Matrix, MayBeEmptyInEitherDirection) {
  EXPECT_EQ(Matrix().size(), 0);
  EXPECT_EQ(Matrix(0, 3).cols(), 3);
  EXPECT_EQ(Matrix(3, 0).rows(), 3);
  EXPECT_NE(Matrix(0, 3), Matrix(3, 0));
}

TEST(Matrix, RefusesImpossibleShapes) {
  EXPECT_EQ(message_of<nn::ShapeError>([] { Matrix A(-1, 2); }),
            "Matrix(-1, 2): a matrix cannot have a negative number of rows or columns.");
  EXPECT_THROW(Matrix(2, -1), nn::ShapeError);
  EXPECT_THROW((void)Matrix::zeros(-1, -1), nn::ShapeError);
  constexpr Index kHuge = std::numeric_limits<Index>::max() / 2;
  EXPECT_EQ(message_of<nn::ShapeError>([] { Matrix A(kHuge, 4); }),
            "Matrix(" + std::to_string(kHuge) + ", 4): so many entries fit into no memory.");
}

TEST(Matrix, RefusesRowsOfUnequalLength) {
  EXPECT_EQ(message_of<nn::ShapeError>([] {
              Matrix A = {{1.0, 2.0}, {3.0}};
            }),
            "a matrix from its rows: row 0 has 2 entries, row 1 has 1; all rows must have the same "
            "number of entries.");
  EXPECT_THROW((Matrix{{1.0}, {2.0, 3.0}}), nn::ShapeError);
}

TEST(Matrix, ChecksEveryAccess) {
  Matrix A = Matrix::zeros(2, 3);
  const Matrix& constant = A;
  EXPECT_THROW((void)A(2, 0), nn::IndexError);
  EXPECT_THROW((void)A(0, 3), nn::IndexError);
  EXPECT_THROW((void)A(-1, 0), nn::IndexError);
  EXPECT_THROW((void)A(0, -1), nn::IndexError);
  EXPECT_THROW((void)constant(2, 0), nn::IndexError);
}

TEST(Matrix, SaysWhichEntriesExist) {
  EXPECT_EQ(message_of<nn::IndexError>([] { (void)Matrix::zeros(3, 4)(3, 0); }),
            "entry (3, 0) of a 3 x 4 matrix: rows are numbered from 0 to 2, columns are numbered "
            "from 0 to 3.");
  EXPECT_EQ(message_of<nn::IndexError>([] { (void)Matrix(0, 1)(0, 0); }),
            "entry (0, 0) of a 0 x 1 matrix: there are no rows, columns are numbered from 0 to 0.");
}

TEST(Matrix, CopiesAreIndependent) {
  Matrix A = {{1.0, 2.0}};
  Matrix B = A;
  B(0, 0) = 9.0;
  EXPECT_EQ(A(0, 0), 1.0);
  A = B;
  A(0, 1) = 7.0;
  EXPECT_EQ(B(0, 1), 2.0);
}

TEST(Matrix, IsZeroByZeroAfterItWasMovedFrom) {
  Matrix A = {{1.0, 2.0}};
  Matrix B = std::move(A);
  EXPECT_EQ(A.rows(), 0);  // NOLINT(bugprone-use-after-move): the claim of this test.
  EXPECT_EQ(A.cols(), 0);
  EXPECT_THROW((void)A(0, 0), nn::IndexError);
  Matrix C = Matrix::zeros(3, 3);
  C = std::move(B);
  EXPECT_EQ(C, (Matrix{{1.0, 2.0}}));
  EXPECT_EQ(B.size(), 0);
  B = Matrix::zeros(2, 1);
  EXPECT_EQ(B.rows(), 2);
}

TEST(Matrix, EqualsByShapeAndEntries) {
  EXPECT_EQ((Matrix{{1.0, 2.0}}), (Matrix{{1.0, 2.0}}));
  EXPECT_NE((Matrix{{1.0, 2.0}}), (Matrix{{1.0}, {2.0}}));
  EXPECT_NE((Matrix{{1.0, 2.0}}), (Matrix{{1.0, 2.5}}));
  EXPECT_NE(Matrix(1, 1), Matrix(1, 1));
}

}  // namespace

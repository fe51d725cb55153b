#include "nn/functions.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

#include "nn/error.hpp"
#include "nn/matrix.hpp"
#include "tests/kit/message_of.hpp"

namespace {

using nn::Matrix;
using nn::Vector;

constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

TEST(Functions, ExpAndLogAreThoseOfTheStandardLibrary) {
  const Vector x = {-2.0, 0.0, 0.5, 3.0};
  for (nn::Index i = 0; i < x.size(); ++i) {
    EXPECT_EQ(exp(x)(i), std::exp(x(i)));
    EXPECT_EQ(exp(as_column(x))(i, 0), std::exp(x(i)));
  }
  EXPECT_EQ(log(Vector{4.0})(0), std::log(4.0));
  EXPECT_EQ(log(Matrix{{4.0}})(0, 0), std::log(4.0));
}

TEST(Functions, ExpOverflowsToInfinityAndUnderflowsToZero) {
  EXPECT_EQ(exp(Vector{710.0, 1000.0, -1000.0, -kInf}), (Vector{kInf, kInf, 0.0, 0.0}));
}

TEST(Functions, LogOfZeroIsMinusInfinityAndBelowIsNaN) {
  EXPECT_EQ(log(Vector{0.0})(0), -kInf);
  EXPECT_TRUE(std::isnan(log(Vector{-1.0})(0)));
}

TEST(Functions, SqrtSquareAndAbs) {
  EXPECT_EQ(sqrt(Vector{9.0}), (Vector{3.0}));
  EXPECT_EQ(sqrt(Matrix{{9.0, 16.0}}), (Matrix{{3.0, 4.0}}));
  EXPECT_EQ(square(Vector{-3.0}), (Vector{9.0}));
  EXPECT_EQ(square(Matrix{{-3.0, 4.0}}), (Matrix{{9.0, 16.0}}));
  EXPECT_EQ(abs(Vector{-3.5, 2.0}), (Vector{3.5, 2.0}));
  EXPECT_EQ(abs(Matrix{{-3.5, 2.0}}), (Matrix{{3.5, 2.0}}));
}

TEST(Functions, MaximumKeepsTheLargerAndANaN) {
  const Vector y = maximum(Vector{-1.0, 0.0, 2.0, kNan}, 0.0);
  EXPECT_EQ(y(0), 0.0);
  EXPECT_EQ(y(2), 2.0);
  EXPECT_TRUE(std::isnan(y(3)));
  EXPECT_EQ(maximum(Matrix{{-1.0, 5.0}}, 1.0), (Matrix{{1.0, 5.0}}));
  EXPECT_TRUE(std::isnan(maximum(Matrix{{kNan}}, 1.0)(0, 0)));
}

TEST(Functions, PositiveIsOneOnlyAboveZero) {
  EXPECT_EQ(positive(Vector{-1.0, 0.0, -0.0, 1e-300, kInf}), (Vector{0.0, 0.0, 0.0, 1.0, 1.0}));
  EXPECT_EQ(positive(Matrix{{-1.0, 5.0}}), (Matrix{{0.0, 1.0}}));
}

TEST(Functions, HadamardMultipliesEntryByEntry) {
  EXPECT_EQ(hadamard(Vector{2.0, 3.0}, Vector{4.0, -5.0}), (Vector{8.0, -15.0}));
  EXPECT_EQ(hadamard(Matrix{{2.0, 3.0}}, Matrix{{4.0, -5.0}}), (Matrix{{8.0, -15.0}}));
}

TEST(Functions, SumAndMeanTakeAllEntries) {
  EXPECT_EQ(sum(Vector{1.0, 2.0, 6.0}), 9.0);
  EXPECT_EQ(mean(Vector{1.0, 2.0, 6.0}), 3.0);
  EXPECT_EQ(sum(Matrix{{1.0, 2.0}, {3.0, 4.0}}), 10.0);
  EXPECT_EQ(mean(Matrix{{1.0, 2.0}, {3.0, 4.0}}), 2.5);
  EXPECT_EQ(sum(Vector()), 0.0);
}

TEST(Functions, MaxAndMinTakeAllEntries) {
  EXPECT_EQ(max(Vector{-3.0, -1.0, -2.0}), -1.0);
  EXPECT_EQ(min(Vector{-1.0, -3.0, -2.0}), -3.0);
  EXPECT_EQ(max(Matrix{{1.0, 9.0}, {3.0, 4.0}}), 9.0);
  EXPECT_EQ(min(Matrix{{5.0, 9.0}, {3.0, 4.0}}), 3.0);
  EXPECT_EQ(max(Vector{-kInf, -kInf}), -kInf);
}

TEST(Functions, MaxMinAndArgmaxPointAtANaN) {
  const Vector x = {1.0, kNan, 5.0};
  EXPECT_TRUE(std::isnan(max(x)));
  EXPECT_TRUE(std::isnan(min(x)));
  EXPECT_EQ(argmax(x), 1);
  EXPECT_EQ(argmax(Vector{kNan, 5.0}), 0);
  EXPECT_EQ(argmax(Vector{1.0, kNan, 5.0, kNan}), 1);
}

TEST(Functions, ArgmaxIsTheFirstOfTheLargest) {
  EXPECT_EQ(argmax(Vector{1.0, 7.0, 3.0}), 1);
  EXPECT_EQ(argmax(Vector{7.0, 1.0, 7.0}), 0);
  EXPECT_EQ(argmax(Vector{-5.0}), 0);
}

TEST(Functions, AllFiniteSeesNaNAndBothInfinities) {
  EXPECT_TRUE(all_finite(Vector{1.0, -1e308, 1e308, 1e-320}));
  EXPECT_TRUE(all_finite(Vector()));
  for (const double bad : {kNan, kInf, -kInf}) {
    for (nn::Index where = 0; where < 21; ++where) {
      Vector x = Vector::zeros(21);
      x(where) = bad;
      EXPECT_FALSE(all_finite(x)) << bad << " at " << where;
      EXPECT_FALSE(all_finite(as_column(x)));
    }
  }
}

TEST(Functions, DotIsTheSumOfProducts) {
  EXPECT_EQ(dot(Vector{1.0, 2.0, 3.0}, Vector{4.0, -5.0, 6.0}), 12.0);
  EXPECT_EQ(dot(Vector(), Vector()), 0.0);
}

TEST(Functions, TransposeSwapsRowsAndColumns) {
  EXPECT_EQ(transpose(Matrix{{1.0, 2.0, 3.0}, {4.0, 5.0, 6.0}}),
            (Matrix{{1.0, 4.0}, {2.0, 5.0}, {3.0, 6.0}}));
}

TEST(Functions, TransposedTimesIsTheProductWithTheTranspose) {
  const Matrix W = {{1.0, 2.0, 3.0}, {4.0, 5.0, 6.0}};
  EXPECT_EQ(transposed_times(W, Vector{1.0, -1.0}), (Vector{-3.0, -3.0, -3.0}));
  EXPECT_EQ(transposed_times(W, Matrix{{1.0, 0.0}, {-1.0, 2.0}}),
            (Matrix{{-3.0, 8.0}, {-3.0, 10.0}, {-3.0, 12.0}}));
}

TEST(Functions, AddColumnAddsToEachColumn) {
  const Matrix A = {{1.0, 2.0}, {3.0, 4.0}};
  const Matrix expected = {{11.0, 12.0}, {23.0, 24.0}};
  EXPECT_EQ(add_column(A, Vector{10.0, 20.0}), expected);
  EXPECT_EQ(add_column(A, Matrix{{10.0}, {20.0}}), expected);
}

TEST(Functions, SumColumnsGivesOneColumn) {
  EXPECT_EQ(sum_columns(Matrix{{1.0, 2.0}, {3.0, 4.0}}), (Matrix{{3.0}, {7.0}}));
  EXPECT_EQ(sum_columns(Matrix(2, 0)), Matrix::zeros(2, 1));
}

TEST(Functions, ColumnsAreReadAndWritten) {
  Matrix A = {{1.0, 2.0}, {3.0, 4.0}};
  EXPECT_EQ(column(A, 1), (Vector{2.0, 4.0}));
  set_column(A, 0, Vector{7.0, 8.0});
  EXPECT_EQ(A, (Matrix{{7.0, 2.0}, {8.0, 4.0}}));
  EXPECT_EQ(as_column(Vector{1.0, 2.0}), (Matrix{{1.0}, {2.0}}));
  EXPECT_EQ(as_column(Vector()).cols(), 1);
}

TEST(Functions, StudentsFormulasReadAsInTheLecture) {
  const Vector logits = {1000.0, 1001.0, 1002.0};
  const Vector e = exp(logits - max(logits));
  const Vector p = e / sum(e);
  EXPECT_NEAR(sum(p), 1.0, 1e-15);
  EXPECT_NEAR(p(2), 1.0 / (1.0 + std::exp(-1.0) + std::exp(-2.0)), 1e-15);
  const Vector sigmoid = 1.0 / (1.0 + exp(-Vector{0.0}));
  EXPECT_EQ(sigmoid(0), 0.5);
}

TEST(ShapeErrors, OfFunctionsNameBothShapesAndTheRule) {
  const auto shape_error = [](auto action) { return message_of<nn::ShapeError>(action); };
  EXPECT_EQ(shape_error([] { (void)hadamard(Vector(2), Vector(3)); }),
            "hadamard(a, b): a has 2 entries, b has 3 entries; both must have the same number of "
            "entries.");
  EXPECT_EQ(shape_error([] { (void)hadamard(Matrix(2, 1), Matrix(1, 2)); }),
            "hadamard(A, B): A is 2 x 1, B is 1 x 2; both must have the same shape.");
  EXPECT_EQ(shape_error([] { (void)dot(Vector(2), Vector(3)); }),
            "dot(a, b): a has 2 entries, b has 3 entries; both must have the same number of "
            "entries.");
  EXPECT_EQ(shape_error([] { (void)transposed_times(Matrix(2, 3), Vector(3)); }),
            "transposed_times(W, g): W is 2 x 3, g has 3 entries; the rows of W must equal the "
            "entries of g.");
  EXPECT_EQ(shape_error([] { (void)transposed_times(Matrix(2, 3), Matrix(3, 1)); }),
            "transposed_times(W, G): W is 2 x 3, G is 3 x 1; the rows of W must equal the rows of "
            "G.");
  EXPECT_EQ(shape_error([] { (void)add_column(Matrix(2, 3), Vector(3)); }),
            "add_column(A, b): A is 2 x 3, b has 3 entries; the rows of A must equal the entries "
            "of b.");
  EXPECT_EQ(shape_error([] { (void)add_column(Matrix(2, 3), Matrix(2, 3)); }),
            "add_column(A, b): A is 2 x 3, b is 2 x 3; b must have one column and as many rows as "
            "A.");
  EXPECT_THROW((void)add_column(Matrix(2, 3), Matrix(3, 1)), nn::ShapeError);
  Matrix A(2, 3);
  EXPECT_EQ(shape_error([&A] { set_column(A, 0, Vector(3)); }),
            "set_column(A, j, x): A is 2 x 3, x has 3 entries; the entries of x must equal the "
            "rows of A.");
}

TEST(ShapeErrors, OfFunctionsThatNeedAnEntry) {
  EXPECT_EQ(message_of<nn::ShapeError>([] { (void)max(Vector()); }),
            "max: there are no entries to choose from; at least one is needed.");
  EXPECT_THROW((void)min(Matrix(0, 3)), nn::ShapeError);
  EXPECT_THROW((void)mean(Vector()), nn::ShapeError);
  EXPECT_THROW((void)mean(Matrix()), nn::ShapeError);
  EXPECT_THROW((void)argmax(Vector()), nn::ShapeError);
}

TEST(IndexErrors, OfColumnsNameTheShape) {
  EXPECT_EQ(message_of<nn::IndexError>([] { (void)column(Matrix(2, 3), 3); }),
            "column(A, j): there is no column 3 in a matrix of shape 2 x 3.");
  EXPECT_THROW((void)column(Matrix(2, 3), -1), nn::IndexError);
  Matrix A(2, 3);
  EXPECT_THROW(set_column(A, 3, Vector(2)), nn::IndexError);
}

}  // namespace

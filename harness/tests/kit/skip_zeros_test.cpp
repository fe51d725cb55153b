#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <vector>

#include "nn/matrix.hpp"
#include "nn/rng.hpp"

// A zero of the right factor adds exactly 0, whatever stands in the left factor, and whatever the
// size of the batch: a network that trains one sample at a time must not fail when it is evaluated
// in batches.

namespace {

using nn::Index;
using nn::Matrix;
using nn::Vector;

constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr Index kOut = 6;
constexpr Index kIn = 50;
const std::vector<Index> kBatches = {1, 2, 3, 7, 8, 9, 16, 33, 64};

Matrix random_matrix(Index rows, Index cols, nn::Rng& rng) {
  Matrix A(rows, cols);
  for (double& entry : A) entry = rng.uniform(0.5, 1.0);
  return A;
}

void set_row(Matrix& A, Index i, double value) {
  for (Index j = 0; j < A.cols(); ++j) A(i, j) = value;
}

void set_whole_column(Matrix& A, Index j, double value) {
  for (Index i = 0; i < A.rows(); ++i) A(i, j) = value;
}

// Equal up to rounding, NaN and infinities in the same places.
void expect_alike(const Matrix& got, const Matrix& expected, Index batch) {
  ASSERT_EQ(got.rows(), expected.rows());
  ASSERT_EQ(got.cols(), expected.cols());
  for (Index j = 0; j < got.cols(); ++j) {
    for (Index i = 0; i < got.rows(); ++i) {
      const double g = got(i, j);
      const double e = expected(i, j);
      const bool alike = std::isnan(e) ? std::isnan(g) : g == e || std::abs(g - e) < 1e-12;
      EXPECT_TRUE(alike) << "entry (" << i << ", " << j << ") of a batch of " << batch << ": " << g
                         << " instead of " << e;
    }
  }
}

// A x, one column after the other.
Matrix one_by_one(const Matrix& W, const Matrix& x) {
  Matrix y(W.rows(), x.cols());
  for (Index k = 0; k < x.cols(); ++k) set_column(y, k, W * column(x, k));
  return y;
}

// The four kinds of input: all zero, mostly zero, half zero, and dense but for the rows in `zeros`.
std::vector<Matrix> inputs(Index rows, Index batch, const std::vector<Index>& zeros, nn::Rng& rng) {
  std::vector<Matrix> result;
  for (const double part : {0.0, 0.1, 0.5, 1.0}) {
    Matrix x = random_matrix(rows, batch, rng);
    for (double& entry : x) entry *= rng.uniform() < part ? 1.0 : 0.0;
    for (const Index i : zeros) set_row(x, i, 0.0);
    result.push_back(x);
  }
  return result;
}

TEST(SkipZeros, WhatIsNotFiniteDoesNotCountWhereTheInputIsZero) {
  nn::Rng rng(1);
  for (const double bad : {kNan, kInf, -kInf}) {
    for (const Index batch : kBatches) {
      const Matrix good = random_matrix(kOut, kIn, rng);
      Matrix W = good;
      set_whole_column(W, 3, bad);
      set_whole_column(W, 40, bad);
      for (const Matrix& x : inputs(kIn, batch, {3, 40}, rng)) {
        expect_alike(W * x, good * x, batch);
      }
    }
  }
}

TEST(SkipZeros, OneSampleAndABatchAreTheSameColumnByColumn) {
  nn::Rng rng(2);
  for (const Index batch : kBatches) {
    Matrix W = random_matrix(kOut, kIn, rng);
    W(0, 3) = kNan;
    W(1, 7) = kInf;
    W(1, 8) = -kInf;
    // In these inputs some samples meet the NaN, and others do not.
    for (const Matrix& x : inputs(kIn, batch, {}, rng)) {
      expect_alike(W * x, one_by_one(W, x), batch);
    }
  }
}

TEST(SkipZeros, WhatIsNotFiniteDoesCountWhereTheInputIsNotZero) {
  nn::Rng rng(3);
  for (const Index batch : kBatches) {
    Matrix W = random_matrix(kOut, kIn, rng);
    W(2, 3) = kNan;
    const Matrix x = random_matrix(kIn, batch, rng);
    const Matrix y = W * x;
    for (Index k = 0; k < batch; ++k) {
      EXPECT_TRUE(std::isnan(y(2, k)));
      EXPECT_TRUE(std::isfinite(y(1, k)));
    }
  }
}

TEST(SkipZeros, NaNInTheInputIsNotAZero) {
  for (const Index batch : kBatches) {
    Matrix x = Matrix::zeros(kIn, batch);
    x(5, 0) = kNan;
    const Matrix y = Matrix::zeros(kOut, kIn) * x;
    EXPECT_TRUE(std::isnan(y(0, 0)));
    if (batch > 1) {
      EXPECT_EQ(y(0, 1), 0.0);
    }
  }
}

TEST(SkipZeros, ANegativeZeroIsAZero) {
  for (const Index batch : kBatches) {
    Matrix x(1, batch);
    for (double& entry : x) entry = -0.0;
    EXPECT_EQ(Matrix({{kNan}}) * x, Matrix::zeros(1, batch));
  }
}

TEST(SkipZeros, HoldsForTheTransposedProduct) {
  nn::Rng rng(4);
  for (const double bad : {kNan, kInf, -kInf}) {
    for (const Index batch : kBatches) {
      const Matrix good = random_matrix(kIn, kOut, rng);
      Matrix W = good;
      set_row(W, 3, bad);
      set_row(W, 40, bad);
      for (const Matrix& g : inputs(kIn, batch, {3, 40}, rng)) {
        expect_alike(transposed_times(W, g), transposed_times(good, g), batch);
        const Vector alone = transposed_times(W, column(g, 0));
        expect_alike(as_column(column(transposed_times(W, g), 0)), as_column(alone), batch);
      }
    }
  }
}

TEST(SkipZeros, HoldsForUpdatesWithOuterProducts) {
  nn::Rng rng(5);
  for (const double bad : {kNan, kInf, -kInf}) {
    for (const Index batch : kBatches) {
      const Matrix good = random_matrix(kOut, batch, rng);
      Matrix g = good;
      set_whole_column(g, 0, bad);
      for (Matrix x : inputs(kIn, batch, {}, rng)) {
        set_whole_column(x, 0, 0.0);
        const Matrix W = random_matrix(kOut, kIn, rng);
        Matrix got = W;
        got -= 0.5 * outer(g, x);
        Matrix expected = W;
        expected -= 0.5 * outer(good, x);
        expect_alike(got, expected, batch);
        expect_alike(Matrix(outer(g, x)), Matrix(outer(good, x)), batch);
        EXPECT_TRUE(std::isfinite(outer(g, x)(0, 0)));
      }
    }
  }
}

TEST(SkipZeros, AnInfiniteScaleDoesNotTouchWhereTheInputIsZero) {
  nn::Rng rng(6);
  for (const Index batch : kBatches) {
    Matrix x = random_matrix(kIn, batch, rng);
    set_row(x, 4, 0.0);
    Matrix W = Matrix::zeros(kOut, kIn);
    W += kInf * outer(random_matrix(kOut, batch, rng), x);
    EXPECT_EQ(W(0, 4), 0.0) << "batch of " << batch;
    EXPECT_EQ(W(0, 5), kInf) << "batch of " << batch;
  }
}

TEST(SkipZeros, AGradientThatIsNotFiniteShowsWhereTheInputIsNotZero) {
  for (const Index batch : kBatches) {
    Matrix g = Matrix::zeros(kOut, batch) + 1.0;
    g(2, 0) = kNan;
    Matrix W = Matrix::zeros(kOut, kIn);
    W += outer(g, Matrix::zeros(kIn, batch) + 1.0);
    EXPECT_TRUE(std::isnan(W(2, 0)));
    EXPECT_EQ(W(1, 0), static_cast<double>(batch));
  }
}

}  // namespace

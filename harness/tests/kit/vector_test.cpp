#include "nn/vector.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <utility>

#include "nn/error.hpp"
#include "tests/kit/message_of.hpp"

namespace {

using nn::Vector;

TEST(Vector, HoldsTheEntriesOfAList) {
  const Vector x = {1.0, 2.5, -3.0};
  EXPECT_EQ(x.size(), 3);
  EXPECT_EQ(x(0), 1.0);
  EXPECT_EQ(x(1), 2.5);
  EXPECT_EQ(x[2], -3.0);
}

TEST(Vector, OfASizeIsNaNUntilWritten) {
  Vector x(3);
  ASSERT_EQ(x.size(), 3);
  for (const double entry : x) EXPECT_TRUE(std::isnan(entry));
  x(1) = 4.0;
  EXPECT_EQ(x(1), 4.0);
  EXPECT_TRUE(std::isnan(x(2)));
}

TEST(Vector, OfZerosIsZero) { EXPECT_EQ(Vector::zeros(3), (Vector{0.0, 0.0, 0.0})); }

TEST(Vector, MayBeEmpty) {
  EXPECT_EQ(Vector().size(), 0);
  EXPECT_EQ(Vector(0), Vector());
}

TEST(Vector, RefusesANegativeSize) {
  EXPECT_EQ(message_of<nn::ShapeError>([] { Vector x(-2); }),
            "Vector(-2): a vector cannot have a negative number of entries.");
  EXPECT_THROW((void)Vector::zeros(-1), nn::ShapeError);
}

TEST(Vector, ChecksEveryAccess) {
  Vector x = {1.0, 2.0};
  const Vector& constant = x;
  EXPECT_THROW((void)x(2), nn::IndexError);
  EXPECT_THROW((void)x(-1), nn::IndexError);
  EXPECT_THROW((void)x[2], nn::IndexError);
  EXPECT_THROW((void)constant(2), nn::IndexError);
  EXPECT_THROW((void)constant[-1], nn::IndexError);
}

TEST(Vector, SaysWhichEntriesExist) {
  EXPECT_EQ(message_of<nn::IndexError>([] {
              (void)Vector{1.0, 2.0}(2);
            }),
            "entry 2 of a vector: its 2 entries are numbered from 0 to 1.");
  EXPECT_EQ(message_of<nn::IndexError>([] { (void)Vector()(0); }),
            "entry 0 of a vector: it has no entries.");
}

TEST(Vector, CopiesAreIndependent) {
  Vector x = {1.0, 2.0};
  Vector y = x;
  y(0) = 9.0;
  EXPECT_EQ(x(0), 1.0);
}

TEST(Vector, IsEmptyAfterItWasMovedFrom) {
  Vector x = {1.0, 2.0};
  const Vector y = std::move(x);
  EXPECT_EQ(y, (Vector{1.0, 2.0}));
  EXPECT_EQ(x.size(), 0);  // NOLINT(bugprone-use-after-move): the claim of this test.
  EXPECT_THROW((void)x(0), nn::IndexError);
}

TEST(Vector, EqualsByEntriesAndNaNEqualsNothing) {
  EXPECT_EQ((Vector{1.0, 2.0}), (Vector{1.0, 2.0}));
  EXPECT_NE((Vector{1.0, 2.0}), (Vector{1.0, 2.5}));
  EXPECT_NE((Vector{1.0, 2.0}), (Vector{1.0, 2.0, 0.0}));
  EXPECT_NE(Vector(1), Vector(1));
}

TEST(Vector, RunsThroughItsEntriesInOrder) {
  Vector x(3);
  double next = 1.0;
  for (double& entry : x) entry = next++;
  EXPECT_EQ(x, (Vector{1.0, 2.0, 3.0}));
  EXPECT_EQ(x.end() - x.begin(), 3);
  EXPECT_EQ(x.data(), x.begin());
}

}  // namespace

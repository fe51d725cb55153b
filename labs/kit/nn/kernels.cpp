// The caller has checked every shape.
#define EIGEN_NO_DEBUG
// One thread only: results must not depend on how many processors there are.
#define EIGEN_DONT_PARALLELIZE
// This file is built for one processor, and Eigen's inline functions with it: they align memory
// otherwise than in a file that was built for any. Under another name the linker cannot mix them
// up.
#define Eigen nn_kernels_eigen

#include "nn/kernels.hpp"

#include <Eigen/Core>
#include <bit>

namespace nn::kernels {

namespace {

using Block = Eigen::Map<Eigen::MatrixXd>;
using ConstBlock = Eigen::Map<const Eigen::MatrixXd>;
using Column = Eigen::Map<Eigen::ArrayXd>;
using ConstColumn = Eigen::Map<const Eigen::ArrayXd>;

// Below this many columns a dense product is no faster than one column after the other.
constexpr Index kFewColumns = 2;

// Skipping pays when at most one entry in this many is not zero.
constexpr Index kSparse = 3;

// Positions of non-zero entries are collected in pieces of this size, on the stack.
constexpr Index kPiece = 256;

bool mostly_zero(const double* x, Index n) {
  Index n_nonzero = 0;
  for (Index i = 0; i < n; ++i) n_nonzero += x[i] != 0.0 ? 1 : 0;
  return n_nonzero * kSparse <= n;
}

/// The positions from `start` to `end` at which x is not zero, in order. Returns their number.
Index find_nonzero(Index* nonzero, const double* x, Index start, Index end) {
  Index count = 0;
  for (Index k = start; k < end; ++k) {
    // Without a branch, which the processor could not predict; and by its bits, as a comparison of
    // doubles asks for NaN too. The shift drops the sign of a negative zero.
    nonzero[count] = k;
    count += std::bit_cast<std::uint64_t>(x[k]) << 1U != 0 ? 1 : 0;
  }
  return count;
}

/// y += A x, with A m x n, where x is not zero.
void add_product(double* __restrict y, const double* __restrict A, const double* x, Index m,
                 Index n) {
  for (Index start = 0; start < n; start += kPiece) {
    Index nonzero[kPiece];
    const Index count = find_nonzero(nonzero, x, start, start + kPiece < n ? start + kPiece : n);
    Index q = 0;
    for (; q + 4 <= count; q += 4) {
      const Index* k = nonzero + q;
      const double* a0 = A + k[0] * m;
      const double* a1 = A + k[1] * m;
      const double* a2 = A + k[2] * m;
      const double* a3 = A + k[3] * m;
      const double x0 = x[k[0]], x1 = x[k[1]], x2 = x[k[2]], x3 = x[k[3]];
      for (Index i = 0; i < m; ++i) y[i] += (x0 * a0[i] + x1 * a1[i]) + (x2 * a2[i] + x3 * a3[i]);
    }
    for (; q < count; ++q) {
      const double* a = A + nonzero[q] * m;
      const double c = x[nonzero[q]];
      for (Index i = 0; i < m; ++i) y[i] += c * a[i];
    }
  }
}

void multiply_skipping(double* C, const double* A, const double* B, Index m, Index n, Index p) {
  Block(C, m, p).setZero();
  for (Index j = 0; j < p; ++j) add_product(C + j * m, A, B + j * n, m, n);
}

void multiply_transposed_skipping(double* C, const double* A, const double* B, Index m, Index n,
                                  Index p) {
  for (Index k = 0; k < p; ++k) {
    for (Index j = 0; j < n; ++j) {
      double sum = 0.0;
      for (Index i = 0; i < m; ++i) {
        if (B[k * m + i] != 0.0) sum += A[j * m + i] * B[k * m + i];
      }
      C[k * n + j] = sum;
    }
  }
}

/// W += scale g x^T with g of m and x of n entries, where x is not zero.
void add_outer_product_of_one(double* __restrict W, double scale, const double* __restrict g,
                              const double* x, Index m, Index n) {
  for (Index start = 0; start < n; start += kPiece) {
    Index nonzero[kPiece];
    const Index count = find_nonzero(nonzero, x, start, start + kPiece < n ? start + kPiece : n);
    Index q = 0;
    for (; q + 4 <= count; q += 4) {
      const Index* k = nonzero + q;
      double* __restrict w0 = W + k[0] * m;
      double* __restrict w1 = W + k[1] * m;
      double* __restrict w2 = W + k[2] * m;
      double* __restrict w3 = W + k[3] * m;
      const double x0 = scale * x[k[0]], x1 = scale * x[k[1]];
      const double x2 = scale * x[k[2]], x3 = scale * x[k[3]];
      for (Index i = 0; i < m; ++i) {
        w0[i] += x0 * g[i];
        w1[i] += x1 * g[i];
        w2[i] += x2 * g[i];
        w3[i] += x3 * g[i];
      }
    }
    for (; q < count; ++q) {
      const double factor = scale * x[nonzero[q]];
      double* __restrict w = W + nonzero[q] * m;
      for (Index i = 0; i < m; ++i) w[i] += factor * g[i];
    }
  }
}

/// level / 255, correctly rounded, without a division, which takes as long as ten multiplications.
///
/// 1 / 255 is the sum of 2^-8, 2^-16, 2^-24 and so on: the first six make a factor whose product is
/// exact, and all that follow are 2^-48 / 255.
constexpr double grey(std::uint8_t level) {
  constexpr double kFirst = 0x1.0101010101p-8;
  constexpr double kRest = 0x1p-48 / 255.0;
  return level * kFirst + level * kRest;
}

constexpr bool greys_are_exact() {
  for (int level = 0; level <= 255; ++level) {
    if (grey(static_cast<std::uint8_t>(level)) != level / 255.0) return false;
  }
  return true;
}
static_assert(greys_are_exact());

constexpr Index kLane = 32;  // A multiple of what any processor computes at once.
using Lane = Eigen::Array<double, kLane, 1>;

/// tanh of kLane numbers at once: std::tanh takes them one by one and is four times slower.
Lane lane_tanh(const Lane& x) {
  // Near 0 the formula with exp loses every digit, so a rational function takes over
  // (S. L. Moshier, Cephes Mathematical Library, tanh.c).
  const Lane z = x.square();
  const Lane numerator =
      (-9.64399179425052238628e-1 * z - 9.92877231001918586564e1) * z - 1.61468768441708447952e3;
  const Lane denominator = ((z + 1.12811678491632931402e2) * z + 2.23548839060100448583e3) * z +
                           4.84406305325125486048e3;
  const Lane near_zero = x + x * z * (numerator / denominator);
  // From 20 on tanh is 1 in double; without the bound exp would overflow.
  const Lane magnitude = x.abs();
  const Lane far = 1.0 - 2.0 / ((2.0 * magnitude.min(20.0)).exp() + 1.0);
  const Lane signed_far = (x < 0.0).select(-far, far);
  // NaN is not greater than anything, so it takes the first formula, which keeps it.
  return (magnitude > 0.625).select(signed_far, near_zero);
}

}  // namespace

void fill(double* y, double value, Index n) { Column(y, n).setConstant(value); }

void add_scaled(double* y, double factor, const double* x, Index n) {
  Column(y, n) += factor * ConstColumn(x, n);
}

void scale(double* y, double factor, const double* x, Index n) {
  Column(y, n) = factor * ConstColumn(x, n);
}

void to_grey(double* y, const std::uint8_t* pixels, Index n) {
  for (Index i = 0; i < n; ++i) y[i] = grey(pixels[i]);
}

double sum_of_sizes(const double* x, Index n) { return ConstColumn(x, n).abs().sum(); }

void multiply(double* C, const double* A, const double* B, Index m, Index n, Index p) {
  if (p <= kFewColumns || mostly_zero(B, n * p)) return multiply_skipping(C, A, B, m, n, p);
  Block(C, m, p).noalias() = ConstBlock(A, m, n) * ConstBlock(B, n, p);
  if (!all_finite(C, m * p)) multiply_skipping(C, A, B, m, n, p);
}

void multiply_transposed(double* C, const double* A, const double* B, Index m, Index n, Index p) {
  const ConstBlock left(A, m, n);
  if (p <= kFewColumns) {
    // Column by column, so that a sample gives the same bits alone and in a small batch.
    for (Index k = 0; k < p; ++k) {
      Block(C + k * n, n, 1).noalias() = left.transpose() * ConstBlock(B + k * m, m, 1).col(0);
    }
  } else {
    Block(C, n, p).noalias() = left.transpose() * ConstBlock(B, m, p);
  }
  if (!all_finite(C, n * p)) multiply_transposed_skipping(C, A, B, m, n, p);
}

void add_outer_product(double* W, double scale, const double* G, const double* X, Index m, Index n,
                       Index p) {
  // A dense update could not be taken back, so here the left factor is looked at, beforehand.
  if (p <= kFewColumns || mostly_zero(X, n * p) || !all_finite(G, m * p) ||
      !all_finite(&scale, 1)) {
    for (Index k = 0; k < p; ++k) add_outer_product_of_one(W, scale, G + k * m, X + k * n, m, n);
    return;
  }
  Block(W, m, n).noalias() += (scale * ConstBlock(G, m, p)) * ConstBlock(X, n, p).transpose();
}

void tanh_in_place(double* x, Index n) {
  Index start = 0;
  for (; start + kLane <= n; start += kLane) {
    Eigen::Map<Lane> lane(x + start);
    lane = lane_tanh(lane);
  }
  if (start == n) return;
  // The rest goes the same way, in a full lane: the scalar functions have other last digits.
  Lane lane = Lane::Zero();
  for (Index i = start; i < n; ++i) lane[i - start] = x[i];
  lane = lane_tanh(lane);
  for (Index i = start; i < n; ++i) x[i] = lane[i - start];
}

bool all_finite(const double* x, Index n) {
  // x - x is 0 for a finite number and NaN for any other; a sum runs several times faster than n
  // questions.
  const ConstColumn column(x, n);
  return (column - column).sum() == 0.0;  // NOLINT(misc-redundant-expression)
}

}  // namespace nn::kernels

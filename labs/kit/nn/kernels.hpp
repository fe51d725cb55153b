#pragma once

#include <cstdint>

#include "nn/vector.hpp"

/// \file
/// The loops that cost time, over plain column-major blocks. Not for students' files.
///
/// They are the only code that is compiled for one processor (GRADUS_ARCH). They know no class of
/// the kit and no standard container on purpose: inline functions that were compiled for the
/// processor could otherwise be the copy which the linker keeps for everybody.
///
/// **Zeros are skipped, always.** In A * B a zero entry of B adds exactly 0 to the result, also
/// where A is NaN or infinite: leaving out 81 % of the pixels of MNIST is what makes training fast,
/// and what is left out for one sample must not show for a batch. A dense product (Eigen) does not
/// skip, so it is used only where that cannot be seen: if its result is finite, or its left factor.

namespace nn::kernels {

/// Each of the n entries becomes `value`.
void fill(double* y, double value, Index n);

/// y += factor * x, n entries. y and x may be the same.
void add_scaled(double* y, double factor, const double* x, Index n);

/// y = factor * x, n entries. y and x may be the same.
void scale(double* y, double factor, const double* x, Index n);

/// y = pixel / 255 of n pixels, correctly rounded.
void to_grey(double* y, const std::uint8_t* pixels, Index n);

/// The sum of |x_i| over n entries.
double sum_of_sizes(const double* x, Index n);

/// C = A B with A m x n, B n x p, C m x p.
void multiply(double* C, const double* A, const double* B, Index m, Index n, Index p);

/// C = A^T B with A m x n, B m x p, C n x p.
void multiply_transposed(double* C, const double* A, const double* B, Index m, Index n, Index p);

/// W += scale * G X^T with W m x n, G m x p, X n x p.
void add_outer_product(double* W, double scale, const double* G, const double* X, Index m, Index n,
                       Index p);

/// Each of the n entries becomes its tanh.
///
/// Within 3 units in the last place of the exact value, odd, and the same for the same entry
/// wherever it stands in the block.
void tanh_in_place(double* x, Index n);

/// Whether none of the n entries is NaN or infinite.
bool all_finite(const double* x, Index n);

}  // namespace nn::kernels

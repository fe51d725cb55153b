#pragma once

#include "nn/dense_matrix.hpp"
#include "nn/vector.hpp"

namespace nn {

/// \name Entry by entry
/// The result has the shape of the argument. For one number write `std::exp`, `std::tanh`, ...
/// \{
[[nodiscard]] Vector exp(Vector x);     ///< \f$ e^{x_i} \f$
[[nodiscard]] Matrix exp(Matrix A);     ///< \f$ e^{A_{ij}} \f$
[[nodiscard]] Vector log(Vector x);     ///< Natural logarithm: -inf for 0, NaN below.
[[nodiscard]] Matrix log(Matrix A);     ///< Natural logarithm: -inf for 0, NaN below.
[[nodiscard]] Vector tanh(Vector x);    ///< Hyperbolic tangent.
[[nodiscard]] Matrix tanh(Matrix A);    ///< Hyperbolic tangent.
[[nodiscard]] Vector sqrt(Vector x);    ///< Square root: NaN below 0.
[[nodiscard]] Matrix sqrt(Matrix A);    ///< Square root: NaN below 0.
[[nodiscard]] Vector square(Vector x);  ///< Entry times itself.
[[nodiscard]] Matrix square(Matrix A);  ///< Entry times itself.
[[nodiscard]] Vector abs(Vector x);     ///< Absolute value.
[[nodiscard]] Matrix abs(Matrix A);     ///< Absolute value.
[[nodiscard]] Vector maximum(Vector x, double bound);  ///< The larger of entry and bound.
[[nodiscard]] Matrix maximum(Matrix A, double bound);  ///< The larger of entry and bound.
[[nodiscard]] Vector positive(Vector x);               ///< 1 where the entry is > 0, otherwise 0.
[[nodiscard]] Matrix positive(Matrix A);               ///< 1 where the entry is > 0, otherwise 0.
/// \}

/// \name Two of the same shape, entry by entry
/// \throws ShapeError if the shapes differ.
/// \{
[[nodiscard]] Vector hadamard(Vector a, const Vector& b);  ///< \f$ a_i b_i \f$
[[nodiscard]] Matrix hadamard(Matrix A, const Matrix& B);  ///< \f$ A_{ij} B_{ij} \f$
/// \}

/// \name From all entries to one number
/// \throws ShapeError if there is no entry (but sum() is 0 then).
/// \{
[[nodiscard]] double sum(const Vector& x);    ///< 0 if there is no entry.
[[nodiscard]] double sum(const Matrix& A);    ///< 0 if there is no entry.
[[nodiscard]] double mean(const Vector& x);   ///< The sum over the number of entries.
[[nodiscard]] double mean(const Matrix& A);   ///< The sum over the number of entries.
[[nodiscard]] double max(const Vector& x);    ///< NaN if any entry is NaN, as in numpy.
[[nodiscard]] double max(const Matrix& A);    ///< NaN if any entry is NaN, as in numpy.
[[nodiscard]] double min(const Vector& x);    ///< NaN if any entry is NaN, as in numpy.
[[nodiscard]] double min(const Matrix& A);    ///< NaN if any entry is NaN, as in numpy.
[[nodiscard]] Index argmax(const Vector& x);  ///< Position of the (first) largest entry.
/// \}

/// Whether no entry is NaN or infinite.
[[nodiscard]] bool all_finite(const Vector& x);
/// \copydoc all_finite(const Vector&)
[[nodiscard]] bool all_finite(const Matrix& A);

/// \f$ a^\top b = \sum_i a_i b_i \f$.
/// \throws ShapeError if the sizes differ.
[[nodiscard]] double dot(const Vector& a, const Vector& b);

/// \f$ A^\top \f$, a copy: entry (i, j) is A(j, i).
[[nodiscard]] Matrix transpose(const Matrix& A);

/// \f$ W^\top g \f$ without a copy of W: W is out x in, g has out entries, the result in.
/// Zeros of g are skipped as in products. \throws ShapeError if the rows of W are not as many.
[[nodiscard]] Vector transposed_times(const Matrix& W, const Vector& g);
/// \f$ W^\top G \f$ without a copy of W: W is out x in, G is out x n, the result in x n.
/// \copydetails transposed_times(const Matrix&, const Vector&)
[[nodiscard]] Matrix transposed_times(const Matrix& W, const Matrix& G);

/// \name Columns
/// In a batch every column is one sample.
/// \{

/// A with b added to each of its columns: A is m x n, b has m entries.
/// \throws ShapeError if the rows of A are not as many.
[[nodiscard]] Matrix add_column(Matrix A, const Vector& b);
/// As above, with b as an m x 1 matrix.
[[nodiscard]] Matrix add_column(Matrix A, const Matrix& b);

/// The sum of the columns of A, as an m x 1 matrix.
[[nodiscard]] Matrix sum_columns(const Matrix& A);

/// Column j of A, as a vector of A.rows() entries. \throws IndexError if there is none.
[[nodiscard]] Vector column(const Matrix& A, Index j);

/// Overwrites column j of A with x.
/// \throws IndexError if there is no such column. \throws ShapeError if x has another size.
void set_column(Matrix& A, Index j, const Vector& x);

/// x as a matrix of one column, x.size() x 1.
[[nodiscard]] Matrix as_column(Vector x);
/// \}

}  // namespace nn

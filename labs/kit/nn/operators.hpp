#pragma once

#include "nn/dense_matrix.hpp"
#include "nn/vector.hpp"

namespace nn {

/// \name Products
/// A zero of the right factor adds exactly 0, even where the left factor is NaN or infinite, and
/// for one column as for many.
/// \throws ShapeError if the columns of the left factor are not as many as the rows of the right.
/// \{
[[nodiscard]] Vector operator*(const Matrix& W, const Vector& x);  ///< \f$ W x \f$
[[nodiscard]] Matrix operator*(const Matrix& A, const Matrix& B);  ///< \f$ A B \f$
/// \}

// Who uses these operators is shown the line, and with it what to write instead.
void operator*(const Vector&, const Vector&) = delete;  // Write dot, outer or hadamard(a, b).
void operator*(const Vector&, const Matrix&) = delete;  // Write W * x or transposed_times(W, g).

/// \name Entry by entry, two of the same shape
/// \throws ShapeError if the shapes differ.
/// \{
[[nodiscard]] Vector operator+(Vector a, const Vector& b);
[[nodiscard]] Vector operator-(Vector a, const Vector& b);
[[nodiscard]] Matrix operator+(Matrix A, const Matrix& B);
[[nodiscard]] Matrix operator-(Matrix A, const Matrix& B);
/// \}

/// \name With one number, entry by entry
/// \{
[[nodiscard]] Vector operator-(Vector x);
[[nodiscard]] Vector operator+(Vector x, double number);
[[nodiscard]] Vector operator+(double number, Vector x);
[[nodiscard]] Vector operator-(Vector x, double number);
[[nodiscard]] Vector operator-(double number, Vector x);
[[nodiscard]] Vector operator*(Vector x, double factor);
[[nodiscard]] Vector operator*(double factor, Vector x);
[[nodiscard]] Vector operator/(Vector x, double divisor);
[[nodiscard]] Vector operator/(double number, Vector x);
[[nodiscard]] Matrix operator-(Matrix A);
[[nodiscard]] Matrix operator+(Matrix A, double number);
[[nodiscard]] Matrix operator+(double number, Matrix A);
[[nodiscard]] Matrix operator-(Matrix A, double number);
[[nodiscard]] Matrix operator-(double number, Matrix A);
[[nodiscard]] Matrix operator*(Matrix A, double factor);
[[nodiscard]] Matrix operator*(double factor, Matrix A);
[[nodiscard]] Matrix operator/(Matrix A, double divisor);
[[nodiscard]] Matrix operator/(double number, Matrix A);
/// \}

}  // namespace nn

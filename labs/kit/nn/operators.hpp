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
[[nodiscard]] Vector operator+(Vector a, const Vector& b);  ///< Entry plus entry.
[[nodiscard]] Vector operator-(Vector a, const Vector& b);  ///< Entry minus entry.
[[nodiscard]] Matrix operator+(Matrix A, const Matrix& B);  ///< Entry plus entry.
[[nodiscard]] Matrix operator-(Matrix A, const Matrix& B);  ///< Entry minus entry.
/// \}

/// \name With one number, entry by entry
/// \{
[[nodiscard]] Vector operator-(Vector x);                  ///< Every entry with the other sign.
[[nodiscard]] Vector operator+(Vector x, double number);   ///< Each entry plus number.
[[nodiscard]] Vector operator+(double number, Vector x);   ///< Number plus each entry.
[[nodiscard]] Vector operator-(Vector x, double number);   ///< Each entry minus number.
[[nodiscard]] Vector operator-(double number, Vector x);   ///< Number minus each entry.
[[nodiscard]] Vector operator*(Vector x, double factor);   ///< Each entry times factor.
[[nodiscard]] Vector operator*(double factor, Vector x);   ///< Factor times each entry.
[[nodiscard]] Vector operator/(Vector x, double divisor);  ///< Each entry over divisor.
[[nodiscard]] Vector operator/(double number, Vector x);   ///< Number over each entry.
[[nodiscard]] Matrix operator-(Matrix A);                  ///< Every entry with the other sign.
[[nodiscard]] Matrix operator+(Matrix A, double number);   ///< Each entry plus number.
[[nodiscard]] Matrix operator+(double number, Matrix A);   ///< Number plus each entry.
[[nodiscard]] Matrix operator-(Matrix A, double number);   ///< Each entry minus number.
[[nodiscard]] Matrix operator-(double number, Matrix A);   ///< Number minus each entry.
[[nodiscard]] Matrix operator*(Matrix A, double factor);   ///< Each entry times factor.
[[nodiscard]] Matrix operator*(double factor, Matrix A);   ///< Factor times each entry.
[[nodiscard]] Matrix operator/(Matrix A, double divisor);  ///< Each entry over divisor.
[[nodiscard]] Matrix operator/(double number, Matrix A);   ///< Number over each entry.
/// \}

}  // namespace nn

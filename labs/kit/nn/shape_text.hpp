#pragma once

#include <string>

#include "nn/matrix.hpp"

/// \file
/// The sentences of ShapeError. Not for students' files.

namespace nn::detail {

/// "3 x 4".
std::string shape_text(Index rows, Index cols);

/// "x has 5 entries".
std::string describe(const char* name, const Vector& x);
/// "W is 3 x 4".
std::string describe(const char* name, const Matrix& A);
/// "outer(g, x) is 3 x 4".
std::string describe(const char* name, const OuterProduct& product);

/// "W * x: W is 3 x 4, x has 5 entries; the columns of W must equal the entries of x."
[[noreturn]] void throw_shape_error(const char* operation, const std::string& left,
                                    const std::string& right, const char* rule);

/// Throws ShapeError unless both have the same number of entries.
void check_same_shape(const char* operation, const char* a_name, const Vector& a,
                      const char* b_name, const Vector& b);
/// Throws ShapeError unless both have the same shape.
void check_same_shape(const char* operation, const char* A_name, const Matrix& A,
                      const char* B_name, const Matrix& B);

}  // namespace nn::detail

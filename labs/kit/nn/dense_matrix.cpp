#include "nn/dense_matrix.hpp"

#include <limits>
#include <string>

#include "nn/error.hpp"
#include "nn/kernels.hpp"
#include "nn/outer_product.hpp"
#include "nn/shape_text.hpp"

namespace nn {

namespace {

detail::Entries filled(Index rows, Index cols, double value) {
  const std::string what = "Matrix(" + std::to_string(rows) + ", " + std::to_string(cols) + "): ";
  if (rows < 0 || cols < 0) {
    throw ShapeError(what + "a matrix cannot have a negative number of rows or columns.");
  }
  constexpr Index kMaxSize = std::numeric_limits<Index>::max() / static_cast<Index>(sizeof(double));
  if (cols > 0 && rows > kMaxSize / cols) {
    throw ShapeError(what + "so many entries fit into no memory.");
  }
  return detail::Entries(rows * cols, value);
}

// "5 rows are numbered from 0 to 4", "there are no rows".
std::string range_text(const char* things, Index count) {
  if (count == 0) return std::string("there are no ") + things;
  return std::string(things) + " are numbered from 0 to " + std::to_string(count - 1);
}

}  // namespace

void detail::throw_no_such_entry(Index i, Index j, Index rows, Index cols) {
  throw IndexError("entry (" + std::to_string(i) + ", " + std::to_string(j) + ") of a " +
                   shape_text(rows, cols) + " matrix: " + range_text("rows", rows) + ", " +
                   range_text("columns", cols) + ".");
}

Matrix detail::unwritten(Index rows, Index cols) {
  Matrix A;
  A.values_ = Entries(rows * cols);
  A.rows_ = rows;
  A.cols_ = cols;
  return A;
}

Matrix::Matrix(Index rows, Index cols)
    : rows_(rows),
      cols_(cols),
      values_(filled(rows, cols, std::numeric_limits<double>::quiet_NaN())) {}

Matrix::Matrix(std::initializer_list<std::initializer_list<double>> rows)
    : Matrix(static_cast<Index>(rows.size()),
             rows.size() == 0 ? 0 : static_cast<Index>(rows.begin()->size())) {
  Index i = 0;
  for (const auto& row : rows) {
    const auto length = static_cast<Index>(row.size());
    if (length != cols_) {
      throw ShapeError("a matrix from its rows: row 0 has " + std::to_string(cols_) +
                       " entries, row " + std::to_string(i) + " has " + std::to_string(length) +
                       "; all rows must have the same number of entries.");
    }
    Index j = 0;
    for (const double entry : row) (*this)(i, j++) = entry;
    ++i;
  }
}

Matrix Matrix::zeros(Index rows, Index cols) {
  Matrix A;
  A.values_ = filled(rows, cols, 0.0);
  A.rows_ = rows;
  A.cols_ = cols;
  return A;
}

Matrix& Matrix::operator+=(const Matrix& other) {
  detail::check_same_shape("A + B", "A", *this, "B", other);
  kernels::add_scaled(data(), 1.0, other.data(), size());
  return *this;
}

Matrix& Matrix::operator-=(const Matrix& other) {
  detail::check_same_shape("A - B", "A", *this, "B", other);
  kernels::add_scaled(data(), -1.0, other.data(), size());
  return *this;
}

Matrix& Matrix::operator+=(double number) {
  for (double& entry : *this) entry += number;
  return *this;
}

Matrix& Matrix::operator-=(double number) {
  for (double& entry : *this) entry -= number;
  return *this;
}

Matrix& Matrix::operator*=(double factor) {
  kernels::scale(data(), factor, data(), size());
  return *this;
}

Matrix& Matrix::operator/=(double divisor) {
  for (double& entry : *this) entry /= divisor;
  return *this;
}

}  // namespace nn

#pragma once

#include <initializer_list>
#include <iosfwd>
#include <utility>
#include <vector>

#include "nn/vector.hpp"

namespace nn {

class OuterProduct;

namespace detail {
/// `rows` x `cols` entries that the caller writes at once, all of them.
[[nodiscard]] Matrix unwritten(Index rows, Index cols);
[[noreturn]] void throw_no_such_entry(Index i, Index j, Index rows, Index cols);
}  // namespace detail

/// A table of numbers, \f$ W \in \mathbb{R}^{m \times n} \f$: a value, like `double`.
///
/// Copies are independent. Entries are stored column after column; a batch of samples is a matrix
/// whose columns are the samples.
///
/// \code
/// nn::Matrix A = {{1.0, 2.0}, {3.0, 4.0}};   // row after row: A(1, 0) is 3
/// nn::Matrix W(10, 784);                     // 10 x 784, each entry NaN until you write it
/// nn::Matrix b = nn::Matrix::zeros(10, 1);
/// W(0, 5) = 0.25;                            // row 0, column 5, both counted from 0
/// \endcode
class Matrix {
 public:
  /// 0 x 0.
  Matrix() = default;

  /// `rows` x `cols` entries, each NaN until it is written, so that a forgotten entry shows.
  /// \throws ShapeError if a number is negative or the product too large.
  Matrix(Index rows, Index cols);

  /// The given rows, all of the same length.
  /// \throws ShapeError if they are not.
  Matrix(std::initializer_list<std::initializer_list<double>> rows);

  Matrix(const Matrix&) = default;             ///< An independent copy.
  Matrix& operator=(const Matrix&) = default;  ///< An independent copy.
  ~Matrix() = default;

  // By hand, so that a matrix that was moved from is 0 x 0 and not a shape without entries.
  /// Takes over the entries; `other` is 0 x 0 afterwards.
  Matrix(Matrix&& other) noexcept
      : rows_(std::exchange(other.rows_, 0)),
        cols_(std::exchange(other.cols_, 0)),
        values_(std::move(other.values_)) {}
  /// Takes over the entries; `other` is 0 x 0 afterwards.
  Matrix& operator=(Matrix&& other) noexcept {
    rows_ = std::exchange(other.rows_, 0);
    cols_ = std::exchange(other.cols_, 0);
    values_ = std::move(other.values_);
    return *this;
  }

  /// `rows` x `cols` entries, each 0.
  /// \throws ShapeError if a number is negative or the product too large.
  [[nodiscard]] static Matrix zeros(Index rows, Index cols);

  [[nodiscard]] Index rows() const { return rows_; }  ///< Number of rows.
  [[nodiscard]] Index cols() const { return cols_; }  ///< Number of columns.
  /// Number of entries, `rows() * cols()`.
  [[nodiscard]] Index size() const { return rows_ * cols_; }

  /// Entry of row `i` and column `j`, both counted from 0.
  /// \throws IndexError if there is no such entry.
  [[nodiscard]] double& operator()(Index i, Index j) {
    check(i, j);
    return values_.data()[j * rows_ + i];
  }
  /// \copydoc operator()(Index, Index)
  [[nodiscard]] double operator()(Index i, Index j) const {
    check(i, j);
    return values_.data()[j * rows_ + i];
  }

  /// The entries, column after column, for given code.
  [[nodiscard]] double* data() { return values_.data(); }
  /// \copydoc data()
  [[nodiscard]] const double* data() const { return values_.data(); }

  /// All entries, column after column: `for (double& w : W) w = rng.uniform(-1.0, 1.0);`
  [[nodiscard]] double* begin() { return data(); }
  /// The end of begin().
  [[nodiscard]] double* end() { return data() + size(); }
  /// \copydoc begin()
  [[nodiscard]] const double* begin() const { return data(); }
  /// \copydoc end()
  [[nodiscard]] const double* end() const { return data() + size(); }

  Matrix& operator+=(const Matrix& other);          ///< \throws ShapeError if the shapes differ.
  Matrix& operator-=(const Matrix& other);          ///< \throws ShapeError if the shapes differ.
  Matrix& operator+=(const OuterProduct& product);  ///< In place. \throws ShapeError as above.
  Matrix& operator-=(const OuterProduct& product);  ///< In place. \throws ShapeError as above.
  Matrix& operator+=(double number);                ///< Adds it to every entry.
  Matrix& operator-=(double number);                ///< Subtracts it from every entry.
  Matrix& operator*=(double factor);                ///< Multiplies every entry by it.
  Matrix& operator/=(double divisor);               ///< Divides every entry by it.

  /// Same shape and same entries. A NaN equals nothing, not even itself.
  bool operator==(const Matrix&) const = default;

 private:
  friend Matrix as_column(Vector x);
  friend Matrix detail::unwritten(Index rows, Index cols);

  void check(Index i, Index j) const {
    if (i < 0 || i >= rows_ || j < 0 || j >= cols_) {
      detail::throw_no_such_entry(i, j, rows_, cols_);
    }
  }

  Index rows_ = 0;
  Index cols_ = 0;
  detail::Entries values_;
};

/// Writes the rows one under the other, in columns; the middle of a large matrix is left out.
std::ostream& operator<<(std::ostream& out, const Matrix& A);

}  // namespace nn

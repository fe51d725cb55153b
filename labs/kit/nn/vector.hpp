#pragma once

#include <cstddef>
#include <initializer_list>
#include <iosfwd>
#include <vector>

#include "nn/entries.hpp"

/// The kit: matrices and vectors, random numbers, data sets. Your numpy.
namespace nn {

class Matrix;
class Vector;

namespace detail {
/// `size` entries that the caller writes at once, all of them.
[[nodiscard]] Vector unwritten(Index size);
[[noreturn]] void throw_no_such_entry(Index i, Index size);
}  // namespace detail

/// A column of numbers, \f$ x \in \mathbb{R}^n \f$: a value, like `double`. Copies are independent.
///
/// \code
/// nn::Vector x = {1.0, 2.0, 3.0};   // these three entries
/// nn::Vector y(3);                  // three entries, each NaN until you write it
/// nn::Vector z = nn::Vector::zeros(3);
/// y(0) = x(2);                      // entries are numbered from 0; y[0] is the same entry
/// \endcode
class Vector {
 public:
  /// No entries.
  Vector() = default;

  /// `size` entries, each NaN until it is written, so that a forgotten entry shows in the result.
  /// \throws ShapeError if `size` is negative.
  explicit Vector(Index size);

  /// The given entries. Beware: `Vector{3}` is one entry, 3; `Vector(3)` is three entries.
  Vector(std::initializer_list<double> entries);

  /// `size` entries, each 0.
  /// \throws ShapeError if `size` is negative.
  [[nodiscard]] static Vector zeros(Index size);

  /// Number of entries.
  [[nodiscard]] Index size() const { return values_.size(); }

  /// Entry number `i`, counted from 0.
  /// \throws IndexError if there is no such entry.
  [[nodiscard]] double& operator()(Index i) {
    check(i);
    return values_.data()[i];
  }
  /// \copydoc operator()(Index)
  [[nodiscard]] double operator()(Index i) const {
    check(i);
    return values_.data()[i];
  }
  /// \copydoc operator()(Index)
  [[nodiscard]] double& operator[](Index i) { return (*this)(i); }
  /// \copydoc operator()(Index)
  [[nodiscard]] double operator[](Index i) const { return (*this)(i); }

  /// The entries, one after the other, for given code.
  [[nodiscard]] double* data() { return values_.data(); }
  /// \copydoc data()
  [[nodiscard]] const double* data() const { return values_.data(); }

  /// All entries: `for (double& entry : x) entry = 0.5;`
  [[nodiscard]] double* begin() { return data(); }
  /// The end of begin().
  [[nodiscard]] double* end() { return data() + size(); }
  /// \copydoc begin()
  [[nodiscard]] const double* begin() const { return data(); }
  /// \copydoc end()
  [[nodiscard]] const double* end() const { return data() + size(); }

  Vector& operator+=(const Vector& other);  ///< \throws ShapeError if the sizes differ.
  Vector& operator-=(const Vector& other);  ///< \throws ShapeError if the sizes differ.
  Vector& operator+=(double number);        ///< Adds it to every entry.
  Vector& operator-=(double number);        ///< Subtracts it from every entry.
  Vector& operator*=(double factor);        ///< Multiplies every entry by it.
  Vector& operator/=(double divisor);       ///< Divides every entry by it.

  /// Same size and same entries. A NaN equals nothing, not even itself.
  bool operator==(const Vector&) const = default;

 private:
  friend Matrix as_column(Vector x);
  friend Vector detail::unwritten(Index size);

  void check(Index i) const {
    // One comparison for both ends: as an unsigned number a negative index is huge.
    if (static_cast<std::size_t>(i) >= static_cast<std::size_t>(size())) {
      detail::throw_no_such_entry(i, size());
    }
  }

  detail::Entries values_;
};

/// Writes `[1, 2, 3]`; the middle of a long vector is left out.
std::ostream& operator<<(std::ostream& out, const Vector& x);

}  // namespace nn

#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace gradus {

/// Number of rows, of columns, or a position: signed, as in the kit.
using Index = std::ptrdiff_t;

/// Rows and columns of an Array.
struct Shape {
  Index rows = 0;
  Index cols = 0;
  bool operator==(const Shape&) const = default;
  [[nodiscard]] Index size() const { return rows * cols; }
};

/// The harness's own matrix: what travels to a worker and back, and what oracles compute with.
///
/// A plain column-major block of doubles. It is deliberately not the kit's nn::Matrix, so that a
/// bug of the kit cannot hide in the question and in the expected answer at once.
struct Array {
  Shape shape;
  std::vector<double> values;  ///< column-major, shape.size() entries

  Array() = default;
  explicit Array(Shape s, double value = 0.0)
      : shape(s), values(static_cast<std::size_t>(s.size()), value) {}

  [[nodiscard]] Index rows() const { return shape.rows; }
  [[nodiscard]] Index cols() const { return shape.cols; }
  [[nodiscard]] Index size() const { return static_cast<Index>(values.size()); }

  [[nodiscard]] double& operator()(Index row, Index col) { return values[position(row, col)]; }
  [[nodiscard]] double operator()(Index row, Index col) const { return values[position(row, col)]; }
  [[nodiscard]] double& operator[](Index i) { return values[static_cast<std::size_t>(i)]; }
  [[nodiscard]] double operator[](Index i) const { return values[static_cast<std::size_t>(i)]; }

  bool operator==(const Array&) const = default;

 private:
  [[nodiscard]] std::size_t position(Index row, Index col) const {
    return static_cast<std::size_t>(col * shape.rows + row);
  }
};

/// A column of the given entries.
inline Array column(std::vector<double> values) {
  Array a;
  a.shape = {static_cast<Index>(values.size()), 1};
  a.values = std::move(values);
  return a;
}

/// A 1 x 1 array: how single numbers travel.
inline Array scalar(double value) { return column({value}); }

}  // namespace gradus

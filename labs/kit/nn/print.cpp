#include <algorithm>
#include <cstdio>
#include <ostream>
#include <string>
#include <vector>

#include "nn/dense_matrix.hpp"
#include "nn/vector.hpp"

namespace nn {

namespace {

constexpr Index kShownWhole = 12;  // A longer row, column or vector is shortened ...
constexpr Index kShownEnds = 4;    // ... to so many at either end.
constexpr Index kLeftOut = -1;     // Stands for what is left out between.

std::vector<Index> shown_positions(Index size) {
  std::vector<Index> positions;
  for (Index i = 0; i < size; ++i) {
    const bool in_middle = size > kShownWhole && i >= kShownEnds && i < size - kShownEnds;
    if (!in_middle) positions.push_back(i);
    if (in_middle && i == kShownEnds) positions.push_back(kLeftOut);
  }
  return positions;
}

std::string number_text(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.6g", number);
  return text;
}

std::string entry_text(const Matrix& A, Index i, Index j) {
  return j == kLeftOut ? "..." : number_text(A(i, j));
}

/// The widest entry of column j, of the rows that are shown.
std::size_t column_width(const Matrix& A, const std::vector<Index>& rows, Index j) {
  std::size_t width = 0;
  for (const Index i : rows) {
    if (i != kLeftOut) width = std::max(width, entry_text(A, i, j).size());
  }
  return width;
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const Vector& x) {
  out << '[';
  const char* separator = "";
  for (const Index i : shown_positions(x.size())) {
    out << separator << (i == kLeftOut ? "..." : number_text(x(i)));
    separator = ", ";
  }
  out << ']';
  if (x.size() > kShownWhole) out << " (" << x.size() << " entries)";
  return out;
}

std::ostream& operator<<(std::ostream& out, const Matrix& A) {
  const auto rows = shown_positions(A.rows());
  const auto cols = shown_positions(A.cols());
  out << A.rows() << " x " << A.cols();
  std::vector<std::size_t> widths;
  for (const Index j : cols) widths.push_back(column_width(A, rows, j));
  for (const Index i : rows) {
    out << '\n';
    if (i == kLeftOut) {
      out << "  ...";
      continue;
    }
    for (std::size_t c = 0; c < cols.size(); ++c) {
      const std::string text = entry_text(A, i, cols[c]);
      out << "  " << std::string(widths[c] - text.size(), ' ') << text;
    }
  }
  return out;
}

}  // namespace nn

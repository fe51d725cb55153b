#include "check/describe.hpp"

#include <array>
#include <cmath>
#include <cstdio>

namespace gradus::check {
namespace {

constexpr Index kShownFirst = 6;
constexpr Index kShownLast = 2;

/// Calls `show` for each of 0..n-1, or "..." in place of the middle ones.
template <class Show>
std::string join(Index n, const char* separator, Show show) {
  std::string text;
  for (Index i = 0; i < n; ++i) {
    if (i > 0) text += separator;
    if (n > kShownFirst + kShownLast + 1 && i == kShownFirst) {
      text += "...";
      i = n - kShownLast - 1;
    } else {
      text += show(i);
    }
  }
  return text;
}

}  // namespace

std::string describe(double value) {
  if (std::isnan(value)) return "nan";
  if (value == 0.0) return "0";  // a zero with a sign would only puzzle
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.6g", value);
  return text.data();
}

std::string describe(Shape shape) {
  return std::to_string(shape.rows) + " x " + std::to_string(shape.cols);
}

std::string describe(const Array& array) {
  if (array.rows() == 1 && array.cols() == 1) return describe(array[0]);
  if (array.cols() == 1) {
    return "[" + join(array.rows(), ", ", [&](Index i) { return describe(array[i]); }) + "]";
  }
  const auto row = [&](Index i) {
    return join(array.cols(), " ", [&](Index j) { return describe(array(i, j)); });
  };
  return describe(array.shape) + " [" + join(array.rows(), "; ", row) + "]";
}

}  // namespace gradus::check

#pragma once

#include <string>

#include "protocol/array.hpp"

namespace gradus::check {

/// A number as a student would write it: six significant digits, "nan", "inf".
[[nodiscard]] std::string describe(double value);

/// A column as "[0, 710]", a matrix as "2 x 3 [1 0 2; 0 1 1]"; large ones are cut in the middle.
[[nodiscard]] std::string describe(const Array& array);

/// "2 x 3"
[[nodiscard]] std::string describe(Shape shape);

}  // namespace gradus::check

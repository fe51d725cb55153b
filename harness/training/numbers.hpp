#pragma once

#include <string>

#include "protocol/array.hpp"

namespace gradus::training {

/// A number as people read it, whatever it is: "0.2345", "1.2e+08", "NaN", "inf".
/// \param digits after the point, below 100; above it at most one
[[nodiscard]] std::string number_text(double x, int digits);

/// A setting as one would type it: "0.01", "1e-07".
[[nodiscard]] std::string setting_text(double x);

/// A share as a percentage: 0.97651 is "97.65 %".
[[nodiscard]] std::string percent_text(double share, int digits = 2);

/// 50000 is "50,000".
[[nodiscard]] std::string count_text(Index n);

/// "12.3 s", "3 min 05 s", "2 h 10 min".
[[nodiscard]] std::string duration_text(double seconds);

}  // namespace gradus::training

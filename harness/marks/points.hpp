#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "catalogue/exercise.hpp"

namespace gradus::marks {

/// The points that "12.5" or "12.50" says: digits, and at most two decimals after the sign.
/// \return nothing if it is no such number, or one of more than six digits
[[nodiscard]] std::optional<Points> points_in(std::string_view text, char decimal_sign = '.');

/// The points that a cell says, with either decimal sign and blanks around.
[[nodiscard]] std::optional<Points> points_of(const std::string& cell);

/// "-3.1", "12.5": points that may be fewer than none.
[[nodiscard]] std::string signed_text(Points points);

}  // namespace gradus::marks

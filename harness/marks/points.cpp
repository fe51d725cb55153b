#include "marks/points.hpp"

#include <algorithm>
#include <cstdlib>

#include "report/words.hpp"
#include "roster/fold.hpp"

namespace gradus::marks {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<Points> points_in(std::string_view text, char decimal_sign) {
  constexpr std::size_t kMostDigits = 6;
  const std::size_t sign = std::min(text.find(decimal_sign), text.size());
  std::string digits(text.substr(0, sign));
  std::string decimals(text.substr(std::min(sign + 1, text.size())));
  const bool has_decimals = sign < text.size();
  if (digits.empty() || digits.size() > kMostDigits || decimals.size() > 2 ||
      (has_decimals && decimals.empty())) {
    return std::nullopt;
  }
  decimals.resize(2, '0');
  digits += decimals;
  if (!std::all_of(digits.begin(), digits.end(), is_digit)) return std::nullopt;
  return std::stoi(digits);
}

std::optional<Points> points_of(const std::string& cell) {
  const std::string text = roster::tidy(cell);
  const auto points = points_in(text, '.');
  return points ? points : points_in(text, ',');
}

std::string signed_text(Points points) {
  return (points < 0 ? "-" : "") + report::points_text(std::abs(points));
}

}  // namespace gradus::marks

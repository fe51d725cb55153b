#include "training/numbers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace gradus::training {
namespace {

template <class... Numbers>
std::string print(const char* format, Numbers... numbers) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), format, numbers...);
  return text.data();
}

}  // namespace

std::string number_text(double x, int digits) {
  if (std::isnan(x)) return "NaN";
  if (std::isinf(x)) return x > 0 ? "inf" : "-inf";
  if (std::abs(x) >= 1e5) return print("%.2g", x);
  return print("%.*f", std::abs(x) > 100.0 ? std::min(digits, 1) : digits, x);
}

std::string setting_text(double x) { return print("%.6g", x); }

std::string percent_text(double share, int digits) {
  return number_text(100.0 * share, digits) + " %";
}

std::string count_text(Index n) {
  std::string text = std::to_string(n);
  for (auto i = static_cast<Index>(text.size()) - 3; i > (n < 0 ? 1 : 0); i -= 3) {
    text.insert(static_cast<std::size_t>(i), ",");
  }
  return text;
}

std::string duration_text(double seconds) {
  if (!(seconds >= 0.0 && seconds < 1e7)) return "?";
  if (seconds < 59.95) return print("%.1f s", seconds);
  const long whole = std::lround(seconds);
  if (whole < 3600) return print("%ld min %02ld s", whole / 60, whole % 60);
  return print("%ld h %02ld min", whole / 3600, whole % 3600 / 60);
}

}  // namespace gradus::training

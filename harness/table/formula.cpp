#include "table/formula.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

namespace gradus::table {
namespace {

/// Leading blanks, with what programs put into a cell beside the ASCII ones: no-break and
/// ideographic blanks, marks without width.
std::string_view without_blanks(std::string_view text) {
  constexpr std::array<std::string_view, 10> kBlanks = {
      " ", "\t", "\n", "\r", "\v", "\f", "\u00a0", "\u3000", "\u200b", "\ufeff"};
  for (;;) {
    const auto* blank = std::find_if(kBlanks.begin(), kBlanks.end(),
                                     [&](std::string_view b) { return text.starts_with(b); });
    if (blank == kBlanks.end()) return text;
    text.remove_prefix(blank->size());
  }
}

bool begins_a_formula(std::string_view text) {
  // The second four are the wide forms of the first, which spreadsheets of East Asia accept.
  constexpr std::array<std::string_view, 8> kSigns = {"=",      "+",      "-",      "@",
                                                      "\uff1d", "\uff0b", "\uff0d", "\uff20"};
  return std::any_of(kSigns.begin(), kSigns.end(),
                     [&](std::string_view sign) { return text.starts_with(sign); });
}

std::string_view skip_digits(std::string_view text) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
  return text.substr(end);
}

bool is_plain_number(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  std::string_view rest = skip_digits(text);
  if (rest.size() == text.size()) return false;
  if (rest.empty()) return true;
  if (rest.front() != '.' && rest.front() != ',') return false;
  rest.remove_prefix(1);
  return !rest.empty() && skip_digits(rest).empty();
}

}  // namespace

std::string as_text_cell(std::string cell) {
  if (cell.empty() || is_plain_number(cell)) return cell;
  const bool breaks = cell.front() == '\t' || cell.front() == '\r' || cell.front() == '\n';
  if (breaks || begins_a_formula(without_blanks(cell))) cell.insert(0, 1, '\'');
  return cell;
}

std::string number(std::int64_t hundredths, char decimal_sign) {
  const std::string sign = hundredths < 0 ? "-" : "";
  std::string digits = std::to_string(hundredths).substr(sign.size());
  if (digits.size() < 3) digits.insert(0, 3 - digits.size(), '0');
  digits.insert(digits.size() - 2, 1, decimal_sign);
  return sign + digits;
}

}  // namespace gradus::table

#pragma once

#include <cstdint>
#include <string>

namespace gradus::table {

/// A cell that a spreadsheet shows as the text it is.
///
/// Spreadsheets take a cell that begins with = + - @ for a formula, which may read other cells,
/// open a web page or start a program; blanks, tabs or line breaks before it do not protect. Such a
/// cell gets an apostrophe in front. Plain numbers (-1.5, +3, -1,5) stay as they are.
[[nodiscard]] std::string as_text_cell(std::string cell);

/// A number of hundredths: 1250 is "12.50". No thousands separators, no exponent.
/// \param decimal_sign what stands before the two decimals: ',' where the platform writes one
[[nodiscard]] std::string number(std::int64_t hundredths, char decimal_sign = '.');

}  // namespace gradus::table

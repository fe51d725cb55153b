#pragma once

#include <cmath>
#include <gtest/gtest.h>
#include <string>

namespace gradus::notes {

/// Whether a value, rounded to as many digits as a text of the notes has, reads like that text:
/// "0.269", "-2", "1.4e-45".
inline testing::AssertionResult reads_as(const char* text_code, const char* value_code,
                                         const std::string& text, double value) {
  const std::size_t end = text.find('e');
  const std::size_t point = text.find('.');
  const std::string mantissa = text.substr(0, end);
  const auto decimals =
      point == std::string::npos ? 0.0 : static_cast<double>(mantissa.size() - point - 1);
  const double exponent = end == std::string::npos ? 0.0 : std::stod(text.substr(end + 1));
  const double unit = std::pow(10.0, exponent - decimals);
  // A value right between two texts may be shown as either.
  if (std::abs(std::stod(text) - value) <= 0.5 * unit * (1.0 + 1e-9)) {
    return testing::AssertionSuccess();
  }
  return testing::AssertionFailure()
         << "The notes show " << text_code << ", but " << value_code << " is " << value << ".";
}

}  // namespace gradus::notes

/// Every number of a chapter has one of these; see numbers_test.cpp.
#define EXPECT_SHOWN(text, value) EXPECT_PRED_FORMAT2(gradus::notes::reads_as, text, value)

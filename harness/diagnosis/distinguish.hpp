#pragma once

#include <string>
#include <vector>

#include "diagnosis/transcript.hpp"

namespace gradus::diagnosis {

/// What all wrong answers have in common, in a sentence: that is an observation, not a guess at the
/// mistake.
///
/// Looked at in this order: an exception each time, NaN; then the first result that is wrong:
/// missing, transposed, always zero, single precision, off by a constant or by an input, the
/// opposite sign, a constant factor, a factor that is the number of rows or columns of an input,
/// one entry only; then for which inputs it is wrong: one column or several, square or not, large
/// numbers.
/// \param student, right what both answered to the questions, in order
/// \return empty if fewer than kMinInformative answers are wrong, or nothing is common to them all
[[nodiscard]] std::string distinguish(const std::vector<Question>& questions,
                                      const std::vector<Outcome>& student,
                                      const std::vector<Outcome>& right);

}  // namespace gradus::diagnosis

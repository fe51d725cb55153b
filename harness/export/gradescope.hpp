#pragma once

#include <array>
#include <string>
#include <string_view>

#include "score/results.hpp"

namespace gradus::exports {

/// When students see the checks; one of these words of Gradescope.
inline constexpr std::array<std::string_view, 4> kVisibilities = {"visible", "after_due_date",
                                                                  "after_published", "hidden"};

/// results.json of Gradescope: a test for each check and each run on MNIST, rows without points for
/// remarks and printed text.
///
/// A run that gives no mark has no `score` anywhere. Gradescope then says that the autograder
/// failed, which is true, instead of entering a zero that nobody earned.
/// \param visibility of kVisibilities; with any but "visible", the total is hidden just as long
[[nodiscard]] std::string gradescope(const Results& results,
                                     std::string_view visibility = kVisibilities[0]);

}  // namespace gradus::exports

#pragma once

#include <string>
#include <string_view>

#include "catalogue/exercise.hpp"
#include "report/style.hpp"
#include "sandbox/verdict.hpp"

/// How verdicts and points read.
namespace gradus::report {

/// "13.5", "20": points as people write them.
[[nodiscard]] std::string points_text(Points points);

/// "wrong answer", "took too long": a verdict for people.
[[nodiscard]] std::string_view words(Verdict verdict);

/// What a verdict means to somebody who meets it for the first time, and what to do; empty where
/// the verdict speaks for itself.
[[nodiscard]] std::string meaning(Verdict verdict, const std::string& exercise);

/// One sign for a verdict: a tick, a cross, or a dot for what was not tried.
[[nodiscard]] std::string mark(Verdict verdict, const Style& style);

/// Text followed by blanks, so that it fills a column of so many characters.
[[nodiscard]] std::string pad(std::string text, std::size_t width);
/// The same with the blanks before it.
[[nodiscard]] std::string pad_left(const std::string& text, std::size_t width);

/// "  \u2713 tp1.softmax           4 / 4    remark": a line of a table of exercises.
/// \param sign of one column
[[nodiscard]] std::string score_line(const std::string& sign, std::string_view slug,
                                     const std::string& points, Points out_of,
                                     const std::string& remark);

}  // namespace gradus::report

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "report/style.hpp"

namespace gradus::loop {

/// One section of docs/lookup/pitfalls.md.
struct Pitfall {
  std::string title;
  std::string text;  ///< Markdown: paragraphs, lists, fenced blocks
};

/// The section "## Title {#anchor}" of a page, up to the next one.
/// \param name its anchor or its title, in capitals or not
[[nodiscard]] std::optional<Pitfall> find_pitfall(std::string_view page, std::string_view name);

/// The titles of all sections, by their anchors.
[[nodiscard]] std::map<std::string, std::string> pitfall_titles(std::string_view page);

/// The titles and anchors of all sections, a line each.
[[nodiscard]] std::string pitfall_list(std::string_view page);

/// A section as a terminal shows it: a bold title, paragraphs and lists broken at 80 columns,
/// blocks of code as they are.
[[nodiscard]] std::string pitfall_text(const Pitfall& pitfall, const report::Style& style);

/// The anchor in the notes that fits a check or a known mistake best: "tp1.softmax.shift",
/// "tp1.softmax.no_shift". For a check it is where most of the mistakes point that it catches.
/// \return empty for what is neither
[[nodiscard]] std::string_view anchor_of(std::string_view slug);

}  // namespace gradus::loop

#pragma once

#include <map>
#include <string>
#include <string_view>

namespace gradus::pages {

/// Where the course notes can be read, and what their sections are called.
struct Notes {
  std::string url;  ///< of the folder of their pages, without a slash at its end; empty: not known
  std::map<std::string, std::string> titles;  ///< of the pitfalls, by their anchors
};

/// A link to it; where the notes' address is not known, the command that opens it. HTML.
[[nodiscard]] std::string link_to_exercise(const Notes& notes, const std::string& exercise,
                                           const std::string& title);

/// A link to a pitfall by its anchor, or else the command that shows it. HTML.
[[nodiscard]] std::string link_to_pitfall(const Notes& notes, const std::string& anchor);

/// What a pitfall is called; its anchor if that is not known.
[[nodiscard]] std::string title_of(const Notes& notes, const std::string& anchor);

}  // namespace gradus::pages

#pragma once

#include <string>
#include <string_view>

namespace gradus::release {

/// Code as leaks are looked for: without `//` comments and white space, so that neither other
/// indentation nor a comment less hides it.
[[nodiscard]] std::string bare_code(std::string_view text);

/// What a reader sees of an HTML page, with its line ends: no tags, no line numbers of listings,
/// and the characters that `&lt;`, `&gt;`, `&amp;`, `&quot;`, `&#39;` and `&#160;` stand for.
[[nodiscard]] std::string text_of_page(std::string_view html);

}  // namespace gradus::release

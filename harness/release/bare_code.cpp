#include "release/bare_code.hpp"

#include <array>
#include <utility>

#include "tools/source_line.hpp"

namespace gradus::release {
namespace {

constexpr std::string_view kWhite = " \t\r\f\v";

/// Where a `//` comment begins; not within `https://`.
std::size_t comment_in(std::string_view line) {
  std::size_t at = line.find("//");
  while (at != std::string_view::npos && at > 0 && line[at - 1] == ':')
    at = line.find("//", at + 2);
  return std::min(at, line.size());
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kEntities = {{
    {"&lt;", "<"},
    {"&gt;", ">"},
    {"&amp;", "&"},
    {"&quot;", "\""},
    {"&#39;", "'"},
    {"&#160;", " "},
}};

/// Appends what stands for the entity that `html` begins with.
/// \return how much of `html` that is
std::size_t take_entity(std::string_view html, std::string& text) {
  for (const auto& [entity, meaning] : kEntities) {
    if (!html.starts_with(entity)) continue;
    text += meaning;
    return entity.size();
  }
  text += '&';
  return 1;
}

}  // namespace

std::string bare_code(std::string_view text) {
  std::string bare;
  bare.reserve(text.size());
  for (std::string_view line : tools::split_lines(text)) {
    line = line.substr(0, comment_in(line));
    for (const char c : line) {
      if (kWhite.find(c) == std::string_view::npos) bare += c;
    }
  }
  return bare;
}

std::string text_of_page(std::string_view html) {
  constexpr std::string_view kLineNumber = "<span class=\"lineno\">";
  constexpr std::string_view kEnd = "</span>";
  std::string text;
  text.reserve(html.size());
  for (std::size_t at = 0; at < html.size();) {
    const std::string_view rest = html.substr(at);
    if (rest.starts_with(kLineNumber)) {
      at = std::min(html.find(kEnd, at), html.size());
    } else if (rest.front() == '<') {
      at = std::min(html.find('>', at), html.size() - 1) + 1;
    } else if (rest.front() == '&') {
      at += take_entity(rest, text);
    } else {
      text += rest.front();
      ++at;
    }
  }
  return text;
}

}  // namespace gradus::release

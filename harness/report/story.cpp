#include "report/story.hpp"

#include <algorithm>
#include <sstream>
#include <string_view>

#include "report/escape.hpp"

namespace gradus::report {
namespace {

constexpr std::size_t kColumns = 80;

/// Characters, not bytes: what UTF-8 continues with takes no column of its own.
std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
  }));
}

}  // namespace

std::string wrap(const std::string& text, const std::string& first, const std::string& margin) {
  std::string out;
  std::istringstream lines(text);
  std::string start = first;
  for (std::string line; std::getline(lines, line); start = margin) {
    std::string shown;
    std::istringstream words(line);
    for (std::string word; std::getline(words, word, ' '); shown += word) {
      if (shown.empty()) continue;
      if (columns(margin) + columns(shown) + 1 + columns(word) <= kColumns) {
        shown += ' ';
      } else {
        out += start + shown + "\n";
        start = margin;
        shown.clear();
      }
    }
    out += start + shown + "\n";
  }
  return out;
}

std::string field(const std::string& name, const std::string& text, const Style& style) {
  constexpr std::size_t kNameWidth = 10;
  const std::string margin(6, ' ');
  std::string label = name;
  label.resize(kNameWidth, ' ');
  return wrap(visible(text, 2000), margin + style.dim(label),
              margin + std::string(kNameWidth, ' '));
}

std::string fields(const check::Story& story, const Style& style) {
  return field("input", story.input, style) + field("expected", story.expected, style) +
         field("got", story.got, style) + field("why", story.why, style);
}

}  // namespace gradus::report

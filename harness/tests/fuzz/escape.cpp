// What a student's program prints, and the names of a student's files, are shown on a terminal.

#include "report/escape.hpp"

#include <algorithm>

#include "tests/fuzz/fuzz.hpp"

namespace gradus::fuzz {
namespace {

bool is_plain(const std::string& text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= ' ' && c <= '~') || c == '\n' || c == '\t'; });
}

}  // namespace

void try_input(Bytes bytes) {
  Input input(bytes);
  const std::size_t most = input.word() % 5000;
  const std::string text = input.rest_text();
  const std::string shown = report::visible(text, most);
  require_harmless(shown);
  // "\x1b" for a byte, a note of one line for the rest.
  require(shown.size() <= 4 * std::min(text.size(), most) + 40, "it is not much longer");
  require(report::visible(shown, shown.size()) == shown, "what is harmless stays as it is");
  require(text.size() <= most || report::visible(shown, most) == shown,
          "what was cut stays as it is");
  if (text.size() <= most && is_plain(text)) require(shown == text, "plain text stays as it is");
  const bool cut_before = shown == text;
  if (text.size() > most && !cut_before)
    require(shown.ends_with(" more bytes)"), "what is cut is told");
  // An escaped character is no longer than its bytes are, escaped one by one.
  const std::string whole = report::visible(text, text.size());
  require(whole.size() >= text.size(), "no byte is lost");
  require(text.size() > most || whole == shown, "the limit is all that cuts");
}

std::vector<std::string> seeds() {
  using namespace std::string_literals;
  return {"\xff\0ordinary text\n\twith a tab"s,
          "\xff\0\x1b[2J\x1b]0;title\x07\r\x7f\x08\0"s,
          "\xff\0gr\u00e4dus \u2713 \u65e5\u672c \U0001f600"s,
          "\xff\0\u202e\u2066\u200b\ufeff\u00ad\U000e0041\u009b"s,
          "\xff\0\xff\xfe\xc0\xaf\xe0\x80\xaf\xed\xa0\x80\xf4\x90\x80\x80\xe2\x82"s,
          "\5\0ab\u20ac\u20ac"s};
}

}  // namespace gradus::fuzz

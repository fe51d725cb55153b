#include "tools/stub_mark.hpp"

#include <regex>
#include <stdexcept>

#include "tools/source_line.hpp"

namespace gradus::tools {
namespace {

bool opens_with_begin_or_end(std::string_view line) {
  if (!is_comment(line)) return false;
  static const std::regex kBeginOrEnd(R"((BEGIN|END)\b.*)");
  const std::string words(comment_words(line));
  return std::regex_match(words, kBeginOrEnd);
}

[[noreturn]] void not_understood(std::string_view words) {
  throw std::invalid_argument("`" + std::string(words) +
                              "` is not a mark. There are four: `BEGIN SOLUTION(slug; arguments): "
                              "hint`, `END SOLUTION(slug)`, `BEGIN HELPERS(slug)`, `END "
                              "HELPERS(slug)`; a slug looks like tp1.softmax.");
}

/// Position of the `)` that closes a parenthesis opened before `text`; npos if there is none.
std::size_t closing_parenthesis(std::string_view text) {
  int depth = 1;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '(') ++depth;
    if (text[i] == ')' && --depth == 0) return i;
  }
  return std::string_view::npos;
}

/// Reads what follows the slug of BEGIN SOLUTION: `; arguments): hint`.
void read_arguments_and_hint(std::string_view words, std::string_view rest, Mark& mark) {
  const std::size_t closing = closing_parenthesis(rest);
  if (closing == std::string_view::npos) not_understood(words);
  const std::string_view inside = rest.substr(0, closing);
  const std::string_view after = rest.substr(closing + 1);
  if (!inside.empty() && inside.front() != ';') not_understood(words);
  if (!after.starts_with(':')) not_understood(words);
  if (!inside.empty()) mark.arguments = trimmed(inside.substr(1));
  mark.hint = trimmed(after.substr(1));
}

Mark parse(std::string_view words) {
  static const std::regex kHead(
      R"((BEGIN|END) ((SOLUTION|HELPERS)\(([a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+)))");
  std::cmatch head;
  if (!std::regex_search(words.data(), words.data() + words.size(), head, kHead,
                         std::regex_constants::match_continuous)) {
    not_understood(words);
  }
  Mark mark;
  mark.begins = head.str(1) == "BEGIN";
  mark.region = head.str(2) + ")";
  mark.slug = head.str(4);
  const std::string_view rest = words.substr(static_cast<std::size_t>(head.length(0)));
  if (mark.begins && mark.of_solution()) {
    read_arguments_and_hint(words, rest, mark);
  } else if (rest != ")") {
    not_understood(words);
  }
  return mark;
}

}  // namespace

bool names_mark(std::string_view line) {
  static const std::regex kWords(R"(\b(begin|end)\s*(solution|helpers)\b|\bsolution\s+only\b)",
                                 std::regex::icase);
  const std::string text(line);
  return std::regex_search(text, kWords);
}

std::optional<Mark> find_mark(std::string_view line) {
  if (opens_with_begin_or_end(line)) return parse(comment_words(line));
  std::string_view rest = trimmed(line);
  if (rest.ends_with(kSolutionOnly)) rest.remove_suffix(kSolutionOnly.size());
  if (names_mark(rest)) {
    throw std::invalid_argument(
        "a mark stands where it has no effect, so the solution could leak. BEGIN and END open a "
        "comment line of their own, in capitals; `// SOLUTION ONLY` ends a line.");
  }
  return std::nullopt;
}

}  // namespace gradus::tools

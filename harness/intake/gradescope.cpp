#include "intake/gradescope.hpp"

#include <algorithm>
#include <optional>

#include "intake/names.hpp"
#include "intake/refusal.hpp"

namespace gradus::intake {
namespace {

struct Line {
  std::size_t number = 0;
  std::size_t indent = 0;
  std::string_view text;  ///< without the indentation
};

[[noreturn]] void fail(const Line& line, const std::string& what) {
  throw IntakeError("submission_metadata.yml, line " + std::to_string(line.number) + ": " + what +
                    ", got: " + label_of(line.text.substr(0, 100)) +
                    "\nThis file says whose each upload is. Download the export from Gradescope "
                    "again, and do not edit it");
}

std::vector<Line> lines_of(std::string_view yaml) {
  std::vector<Line> lines;
  for (std::size_t number = 1; !yaml.empty(); ++number) {
    const std::size_t end = std::min(yaml.find('\n'), yaml.size());
    std::string_view text = yaml.substr(0, end);
    yaml.remove_prefix(std::min(end + 1, yaml.size()));
    if (text.ends_with('\r')) text.remove_suffix(1);
    const std::size_t indent = text.find_first_not_of(' ');
    if (indent == std::string_view::npos || text == "---") continue;
    lines.push_back({number, indent, text.substr(indent)});
  }
  return lines;
}

/// A YAML scalar of one line: plain, 'quoted' or "quoted" with the escapes that names need.
std::string scalar(const Line& line, std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  if (text.empty() || text == "null" || text == "~") return {};
  const char quote = text.front();
  if (quote != '\'' && quote != '"') {
    constexpr std::string_view kOther = "|>&*!%@`[{";
    if (kOther.find(quote) != std::string_view::npos) fail(line, "expected a text of one line");
    return std::string(text);
  }
  if (text.size() < 2 || text.back() != quote) fail(line, "expected a closing quote");
  text = text.substr(1, text.size() - 2);
  std::string value;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool doubled = quote == '\'' && text.substr(i, 2) == "''";
    const bool escaped =
        quote == '"' && (text.substr(i, 2) == "\\\"" || text.substr(i, 2) == "\\\\");
    if (doubled || escaped) {
      ++i;
    } else if (text[i] == quote || (quote == '"' && text[i] == '\\')) {
      fail(line, "expected a text without escapes");
    }
    value += text[i];
  }
  return value;
}

/// The value of "KEY: VALUE", if the text has that key.
std::optional<std::string_view> value_of(std::string_view text, std::string_view key) {
  if (!text.starts_with(key)) return std::nullopt;
  text.remove_prefix(key.size());
  if (!text.empty() && text.front() != ' ') return std::nullopt;
  return text;
}

void read_field(const Line& line, std::string_view text, roster::Owner& owner) {
  if (!text.starts_with(':')) fail(line, "expected a field such as :name:");
  if (const auto name = value_of(text, ":name:")) owner.name = scalar(line, *name);
  if (const auto sid = value_of(text, ":sid:")) owner.number = scalar(line, *sid);
  if (const auto email = value_of(text, ":email:")) owner.email = scalar(line, *email);
}

}  // namespace

Submitters parse_submitters(std::string_view yaml) {
  Submitters all;
  std::vector<roster::Owner>* folder = nullptr;
  std::size_t of_submission = 0;  ///< indentation of the fields of a submission
  bool first = false;             ///< whether none of them was seen yet
  bool in_list = false;
  for (const Line& line : lines_of(yaml)) {
    if (line.indent == 0 && !line.text.starts_with("- ")) {
      if (!line.text.ends_with(':')) fail(line, "expected the name of a folder and a colon");
      const std::string name = scalar(line, line.text.substr(0, line.text.size() - 1));
      if (!all.emplace(name, std::vector<roster::Owner>{}).second) {
        fail(line, "expected each folder once");
      }
      folder = &all[name];
      first = true;
      in_list = false;
      continue;
    }
    if (folder == nullptr) fail(line, "expected the name of a folder first");
    if (first) of_submission = line.indent;
    first = false;
    const bool item = line.text.starts_with("- ");
    if (line.indent == of_submission && !item) {
      const auto list = value_of(line.text, ":submitters:");
      in_list = list.has_value();
      if (list && !list->empty() && *list != " []")
        fail(line, "expected a list in lines of its own");
    } else if (in_list && item) {
      if (line.indent > of_submission + 2) fail(line, "expected a submitter");
      folder->emplace_back();
      read_field(line, line.text.substr(2), folder->back());
    } else if (in_list) {
      if (folder->empty()) fail(line, "expected a submitter");
      read_field(line, line.text, folder->back());
    }
  }
  return all;
}

}  // namespace gradus::intake

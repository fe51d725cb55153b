#include "loop/pitfalls.hpp"

#include <algorithm>
#include <cctype>
#include <sstream>

#include "mistakes/bank.hpp"
#include "report/story.hpp"
#include "report/words.hpp"
#include "specs/specs.hpp"

namespace gradus::loop {
namespace {

constexpr std::string_view kHeading = "## ";
constexpr std::string_view kFence = "```";
constexpr const char* kMargin = "  ";

/// Joins the lines of each paragraph and list item, and shows code as it is.
class Layout {
 public:
  explicit Layout(const report::Style& style) : style_(style) {}

  void add(const std::string& line) {
    if (line.starts_with(kFence)) {
      end_paragraph();
      code_ = !code_;
      if (!code_) out_ += "\n";
    } else if (code_) {
      out_ += "      " + style_.bold(line) + "\n";
    } else if (line.empty()) {
      end_paragraph();
    } else if (line.starts_with("- ")) {
      end_paragraph();
      paragraph_ = line;
    } else {
      const std::size_t start = line.find_first_not_of(' ');
      paragraph_ += (paragraph_.empty() ? "" : " ") + line.substr(start);
    }
  }

  std::string text() {
    end_paragraph();
    return out_;
  }

 private:
  void end_paragraph() {
    if (paragraph_.empty()) return;
    const bool item = paragraph_.starts_with("- ");
    // Stars of bold words say nothing in a terminal.
    for (auto at = paragraph_.find("**"); at != std::string::npos; at = paragraph_.find("**")) {
      paragraph_.erase(at, 2);
    }
    out_ += report::wrap(paragraph_, kMargin, item ? "    " : kMargin) + "\n";
    paragraph_.clear();
  }

  const report::Style& style_;
  std::string out_;
  std::string paragraph_;
  bool code_ = false;
};

struct Heading {
  std::string title;
  std::string anchor;
};

/// "## Exponentials overflow {#softmax_shift}", taken apart.
std::optional<Heading> heading_of(const std::string& line) {
  const std::size_t mark = line.find(" {#");
  if (!line.starts_with(kHeading) || mark == std::string::npos || !line.ends_with('}')) {
    return std::nullopt;
  }
  const std::size_t start = mark + 3;
  return Heading{line.substr(kHeading.size(), mark - kHeading.size()),
                 line.substr(start, line.size() - 1 - start)};
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

/// "tp1.softmax" and "shift" for "tp1.softmax.shift".
std::pair<std::string_view, std::string_view> split(std::string_view slug) {
  const std::size_t dot = slug.rfind('.');
  if (dot == std::string_view::npos) return {slug, {}};
  return {slug.substr(0, dot), slug.substr(dot + 1)};
}

}  // namespace

std::optional<Pitfall> find_pitfall(std::string_view page, std::string_view name) {
  std::istringstream lines{std::string(page)};
  std::optional<Pitfall> found;
  for (std::string line; std::getline(lines, line);) {
    if (const auto heading = heading_of(line)) {
      if (found) break;
      if (heading->anchor == name || lower(heading->title) == lower(std::string(name))) {
        found = Pitfall{heading->title, ""};
      }
    } else if (found) {
      found->text += line + "\n";
    }
  }
  return found;
}

std::map<std::string, std::string> pitfall_titles(std::string_view page) {
  std::istringstream lines{std::string(page)};
  std::map<std::string, std::string> titles;
  for (std::string line; std::getline(lines, line);) {
    if (const auto heading = heading_of(line)) titles[heading->anchor] = heading->title;
  }
  return titles;
}

std::string pitfall_list(std::string_view page) {
  std::istringstream lines{std::string(page)};
  std::string out;
  for (std::string line; std::getline(lines, line);) {
    if (const auto heading = heading_of(line)) {
      out += "  " + report::pad(heading->anchor, 22) + heading->title + "\n";
    }
  }
  return out;
}

std::string pitfall_text(const Pitfall& pitfall, const report::Style& style) {
  Layout layout(style);
  std::istringstream lines(pitfall.text);
  for (std::string line; std::getline(lines, line);) layout.add(line);
  return style.bold(pitfall.title) + "\n\n" + layout.text();
}

std::string_view anchor_of(std::string_view slug) {
  const auto parts = split(slug);
  const std::string_view exercise = parts.first;
  const std::string_view idea = parts.second;
  if (find_exercise(exercise) == nullptr) return {};
  std::map<std::string_view, int> votes;
  for (const mistakes::Mistake& m : mistakes::mistakes_of(exercise)) {
    if (m.name == idea) return m.notes;
    if (m.caught_by == idea) ++votes[m.notes];
  }
  const auto checks = specs::spec_of(exercise).checks;
  const bool is_check = std::any_of(checks.begin(), checks.end(),
                                    [&](const check::Check& c) { return c.idea == idea; });
  if (!is_check) return {};
  if (votes.empty()) return find_exercise(exercise)->notes;
  return std::max_element(votes.begin(), votes.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

}  // namespace gradus::loop

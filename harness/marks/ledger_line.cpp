#include "marks/ledger_line.hpp"

#include <algorithm>
#include <array>

#include "marks/error.hpp"
#include "marks/points.hpp"
#include "report/escape.hpp"
#include "roster/fold.hpp"

namespace gradus::marks {
namespace {

using std::chrono::seconds;

constexpr seconds kMinute{60};
constexpr seconds kHour{3600};
constexpr seconds kDay{86400};

struct Unit {
  std::string_view names;  ///< each between two bars
  seconds length;
};

constexpr std::array<Unit, 4> kUnits = {{
    {"|day|days|d|", kDay},
    {"|hour|hours|h|", kHour},
    {"|minute|minutes|min|mins|", kMinute},
    {"|second|seconds|sec|secs|s|", seconds{1}},
}};

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_a_word(char c) { return c == '%' || c == ',' || c == '='; }

std::string shown(const std::string& text) {
  constexpr std::size_t kMost = 200;
  return report::visible(text, kMost);
}

bool is_part(const std::string& slug) {
  if (find_exercise(slug) != nullptr) return true;
  return std::any_of(catalogue().begin(), catalogue().end(),
                     [&](const Lab& lab) { return lab.mnist.slug == slug; });
}

}  // namespace

LedgerLine::LedgerLine(std::string where, std::string_view text)
    : where_(std::move(where)), text_(text) {
  std::size_t i = 0;
  while (i < text.size() && text[i] != '#') {
    if (is_blank(text[i])) {
      ++i;
    } else if (text[i] == '"') {
      const std::size_t end = text.find('"', i + 1);
      if (end == text.npos) object("a quotation mark is opened and not closed");
      words_.push_back({std::string(text.substr(i + 1, end - i - 1)), true});
      i = end + 1;
    } else if (is_a_word(text[i])) {
      words_.push_back({std::string(1, text[i++])});
    } else {
      std::size_t end = i;
      while (end < text.size() && !is_blank(text[end]) && !is_a_word(text[end]) &&
             text[end] != '"') {
        ++end;
      }
      words_.push_back({std::string(text.substr(i, end - i))});
      i = end;
    }
  }
}

std::string LedgerLine::peek() const {
  return at_end() || words_[next_].quoted ? "" : words_[next_].text;
}

bool LedgerLine::accept(std::string_view word) {
  if (peek() != word) return false;
  ++next_;
  return true;
}

void LedgerLine::expect(std::string_view word) {
  if (!accept(word)) refuse("\"" + std::string(word) + "\"");
}

void LedgerLine::expect_end() {
  if (!at_end()) refuse("the end of the line");
}

std::string LedgerLine::student(const std::vector<std::string>& students) {
  const std::string name = roster::lower_case(peek());
  if (name.empty()) refuse("a student's id");
  const auto found = std::find_if(students.begin(), students.end(), [&](const std::string& id) {
    return roster::lower_case(id) == name;
  });
  if (found == students.end()) refuse("the id of a student of this run");
  ++next_;
  return *found;
}

const Lab& LedgerLine::lab() {
  const Lab* lab = find_lab(peek());
  if (lab == nullptr) refuse("a lab, such as " + std::string(catalogue().front().name));
  ++next_;
  return *lab;
}

std::string LedgerLine::lab_or_part() {
  std::string name = peek();
  if (find_lab(name) == nullptr && !is_part(name)) {
    refuse("a lab or an exercise, such as tp1 or tp1.softmax");
  }
  ++next_;
  return name;
}

Points LedgerLine::amount() {
  const auto points = points_in(peek());
  if (!points) refuse("a number with at most two decimals, such as 12.5");
  ++next_;
  if (peek() == ",") refuse("no comma within or after a number (12.5 has a point)");
  return *points;
}

Points LedgerLine::change() {
  const std::string word = peek();
  if (!word.starts_with('+') && !word.starts_with('-')) refuse("+, - or =");
  const auto points = points_in(std::string_view(word).substr(1));
  if (!points) refuse("a change with at most two decimals, such as +1 or -0.5");
  ++next_;
  if (peek() == ",") refuse("no comma within a number (+0.5 has a point)");
  return word.front() == '+' ? *points : -*points;
}

seconds LedgerLine::duration() {
  seconds sum{0};
  do {
    const std::string word = peek();
    constexpr std::size_t kMostDigits = 6;
    if (word.empty() || word.size() > kMostDigits ||
        word.find_first_not_of("0123456789") != word.npos) {
      refuse("a time, such as 2 days, 3 hours or 15 min");
    }
    ++next_;
    const std::string unit = "|" + peek() + "|";
    const auto* found = std::find_if(kUnits.begin(), kUnits.end(), [&](const Unit& u) {
      return unit != "||" && u.names.find(unit) != u.names.npos;
    });
    if (found == kUnits.end()) refuse("days, hours or minutes");
    ++next_;
    sum += std::stoi(word) * found->length;
  } while (!peek().empty() && peek().find_first_not_of("0123456789") == std::string::npos);
  return sum;
}

std::string LedgerLine::reason() {
  if (!next_is_quoted() || roster::tidy(words_[next_].text).empty()) {
    refuse("the reason in quotation marks");
  }
  return roster::tidy(words_[next_++].text);
}

void LedgerLine::refuse(const std::string& expected) const {
  const std::string found = at_end() ? "the line ends" : "there is " + shown(words_[next_].text);
  object("expected " + expected + ", but " + found);
}

void LedgerLine::object(const std::string& problem) const {
  throw MarksError(where_ + ": " + problem + "\n  " + shown(text_));
}

void each_line(const std::string& name, const std::string& text,
               const std::function<void(LedgerLine&)>& read) {
  std::string_view rest = text;
  for (int number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    LedgerLine words(shown(name) + ", line " + std::to_string(number), line);
    if (words.at_end()) continue;
    read(words);
    words.expect_end();
  }
}

std::string duration_text(seconds time) {
  std::string text;
  const auto add = [&](seconds unit, const char* one, const char* many) {
    const auto n = time / unit;
    time %= unit;
    if (n == 0) return;
    text += (text.empty() ? "" : " ") + std::to_string(n) + " " + (n == 1 ? one : many);
  };
  add(kDay, "day", "days");
  add(kHour, "hour", "hours");
  add(kMinute, "min", "min");
  add(seconds{1}, "s", "s");
  return text.empty() ? "no time" : text;
}

}  // namespace gradus::marks

#include "marks/summary.hpp"

#include <algorithm>
#include <numeric>

#include "marks/points.hpp"
#include "report/escape.hpp"
#include "report/words.hpp"

namespace gradus::marks {
namespace {

/// The marks of one lab, counted.
struct Counts {
  std::string lab;
  Points out_of = 0;
  std::vector<Points> marks;
  int nothing = 0;
  int held = 0;
  int excused = 0;
};

void count(std::vector<Counts>& labs, const LabMark& mark) {
  auto found =
      std::find_if(labs.begin(), labs.end(), [&](const Counts& c) { return c.lab == mark.lab; });
  if (found == labs.end()) {
    labs.push_back({mark.lab, mark.out_of, {}, 0, 0, 0});
    found = std::prev(labs.end());
  }
  if (mark.state == State::kGraded) found->marks.push_back(mark.mark);
  found->nothing += mark.state == State::kNothingHandedIn ? 1 : 0;
  found->held += mark.state == State::kHeld ? 1 : 0;
  found->excused += mark.state == State::kExcused ? 1 : 0;
}

std::string line_of(Counts& c) {
  std::string text = "  " + c.lab + "  " + std::to_string(c.marks.size()) + " graded";
  if (!c.marks.empty()) {
    const long sum = std::accumulate(c.marks.begin(), c.marks.end(), 0L);
    const auto mean = static_cast<Points>(sum / static_cast<long>(c.marks.size()));
    const auto [least, most] = std::minmax_element(c.marks.begin(), c.marks.end());
    text += " (mean " + report::points_text(mean) + ", from " + report::points_text(*least) +
            " to " + report::points_text(*most) + ", of " + report::points_text(c.out_of) + ")";
  }
  text += ", " + std::to_string(c.nothing) + " handed in nothing, " + std::to_string(c.excused) +
          " excused, " + std::to_string(c.held) + " held back";
  return text + "\n";
}

std::string indented(const std::string& text) {
  std::string out = "  ";
  for (const char c : text) out += c == '\n' ? "\n  " : std::string(1, c);
  out.resize(out.find_last_not_of(' ') + 1);
  return out;
}

}  // namespace

std::string mark_text(const LabMark& mark) {
  switch (mark.state) {
    case State::kGraded:
      return report::points_text(mark.mark) + " of " + report::points_text(mark.out_of);
    case State::kNothingHandedIn:
      return report::points_text(mark.mark) + " of " + report::points_text(mark.out_of) +
             ", nothing handed in";
    case State::kHeld:
      return "held back";
    case State::kExcused:
      return "excused";
  }
  return "";
}

std::string explanation(const LabMark& mark) {
  constexpr std::size_t kWidth = 8;
  std::string text = mark.lab + ", " + mark.title + ": " + mark_text(mark) + "\n";
  for (const Line& line : mark.lines) {
    const std::string change = mark.has_number() ? signed_text(line.change) : "";
    text += report::pad_left(change, kWidth) + "  " + report::visible(line.says) + "\n";
  }
  return text;
}

std::string overview(const std::vector<StudentMarks>& marks) {
  std::vector<Counts> labs;
  for (const StudentMarks& of : marks) {
    for (const LabMark& mark : of.labs) count(labs, mark);
  }
  std::string text =
      std::to_string(marks.size()) + (marks.size() == 1 ? " student\n" : " students\n");
  for (Counts& lab : labs) text += line_of(lab);
  return text;
}

std::string summary(const std::vector<StudentMarks>& marks) {
  std::string text = overview(marks);
  for (const StudentMarks& of : marks) {
    text += "\n" + report::visible(of.student.id);
    if (!of.student.name.empty()) text += ", " + report::visible(of.student.name);
    text += "\n";
    for (const LabMark& mark : of.labs) text += indented(explanation(mark));
    for (const std::string& remark : of.remarks) text += "  " + report::visible(remark) + "\n";
  }
  return text;
}

}  // namespace gradus::marks

#include "pages/task.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "report/escape.hpp"
#include "report/words.hpp"
#include "web/svg.hpp"

namespace gradus::pages {
namespace {

using report::points_text;
using report::visible;
using web::data;
using web::object;

/// In place of whatever our own programs had to say, which is nothing for students.
constexpr const char* kOurFault =
    "This could not be judged, by a fault of the grader's own. It is not your code's fault.";

std::string icon_of(Verdict verdict) {
  const std::string tone = tone_of(verdict);
  if (tone == "good") return "\u2713";
  return tone == "bad" ? "\u2717" : "\u00b7";
}

std::string share_text(double share) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%.2f %%", 100.0 * share);
  return text.data();
}

/// What an exercise and a run on MNIST have in common.
template <typename Result>
data head(const Result& result) {
  data d = object(
      {{"slug", visible(result.slug)},
       {"task_title", visible(result.title)},
       {"tone", tone_of(result.verdict)},
       {"icon", icon_of(result.verdict)},
       {"verdict", std::string(report::words(result.verdict))},
       {"bar", web::svg::bar(result.out_of > 0 ? double(result.points) / result.out_of : 0.0)},
       {"task_points", points_text(result.points)},
       {"task_out_of", points_text(result.out_of)}});
  if (result.points < result.out_of) d.set("open", true);
  return d;
}

void set_if_any(data& d, const char* key, const std::string& text) {
  if (!text.empty()) d.set(key, text);
}

/// Sentences of ours come first; the compiler's own words, which need their columns, follow.
void add_message(data& d, const ExerciseResult& e) {
  if (e.verdict == Verdict::kHarnessError) return d.set("task_message", kOurFault);
  const std::string message = visible(e.message);
  const std::size_t end = message.find("\n\n");
  if (message.find('\n') == std::string::npos) {
    set_if_any(d, "task_message", message);
  } else if (end == std::string::npos) {
    d.set("compiler", message);
  } else {
    d.set("task_message", message.substr(0, end));
    set_if_any(d, "compiler", message.substr(end + 2));
  }
}

void add_finding(data& d, const diagnosis::Finding& finding, const Notes& notes) {
  if (finding.says.empty()) return;
  d.set("finding", visible(finding.says));
  d.set("finding_is",
        finding.mistake.empty() ? "What was seen" : "Your code answers as a known mistake does");
  if (!finding.notes.empty()) d.set("finding_notes", link_to_pitfall(notes, finding.notes));
}

void add_row(data& rows, const char* name, const std::string& value, bool code) {
  if (value.empty()) return;
  data row = object({{"name", name}, {"value", visible(value)}});
  row.set("code", code);
  rows << row;
}

/// \param first of the checks that failed
/// \param known a sentence says better what is wrong than the check, which knows only that it is
data story_data(const CheckResult& c, const std::string& exercise, bool first, bool known) {
  data rows = web::list();
  add_row(rows, "input", c.story.input, true);
  add_row(rows, "expected", c.story.expected, true);
  add_row(rows, "got", c.story.got, true);
  const std::string why = c.story.why.empty() ? report::meaning(c.verdict, exercise) : c.story.why;
  if (!(first && known)) add_row(rows, "why", why, false);
  data d = object({});
  d.set("rows", rows);
  d.set("story_open", first);
  const std::string idea = c.slug.substr(std::min(c.slug.size(), exercise.size() + 1));
  d.set("check_again", "./gradus check " + visible(exercise));
  d.set("again", "./gradus replay " + visible(exercise + " " + idea));
  return d;
}

std::string remark_on(const CheckResult& c) {
  if (c.verdict == Verdict::kPassed && c.points < c.out_of) {
    return "Passed. It gives points once the values are right.";
  }
  if (c.verdict == Verdict::kUnfinished) return "Not tried: an earlier check ended the exercise.";
  if (c.verdict == Verdict::kHarnessError) return kOurFault;
  return {};
}

data check_data(const CheckResult& c, const std::string& exercise, bool first, bool known) {
  data d = object({{"tone", tone_of(c.verdict)},
                   {"icon", icon_of(c.verdict)},
                   {"claim", visible(c.claim)},
                   {"check_slug", visible(c.slug)},
                   {"check_points", points_text(c.points)},
                   {"check_out_of", points_text(c.out_of)}});
  const bool passed = c.verdict == Verdict::kPassed;
  d.set("passed", passed);
  if (!passed) d.set("check_verdict", std::string(report::words(c.verdict)));
  set_if_any(d, "check_remark", remark_on(c));
  if (tone_of(c.verdict) == "bad") d.set("story", story_data(c, exercise, first, known));
  return d;
}

void add_checks(data& d, const ExerciseResult& e) {
  // An exercise that was not started, or is no program, fails nothing by itself.
  if (e.verdict == Verdict::kNotStarted || e.verdict == Verdict::kDidNotBuild) return;
  data checks = web::list();
  const bool known = !e.finding.mistake.empty();
  bool first = true;
  for (const CheckResult& c : e.checks) {
    checks << check_data(c, e.slug, first, known);
    if (c.verdict != Verdict::kPassed) first = false;
  }
  d.set("checks", checks);
  d.set("has_checks", !e.checks.empty());
}

/// A bar from 0 to 100 % with a line where the points begin.
std::string accuracy_svg(double accuracy, double threshold) {
  const double asked = 100.0 * threshold;
  return "<svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect "
         "class=\"" +
         std::string(accuracy >= threshold ? "good" : "bad") + "\" width=\"" +
         web::svg::px(100.0 * std::clamp(accuracy, 0.0, 1.0)) + "\" height=\"10\"/>" +
         web::svg::line("asked", asked, 0, asked, 10) + "</svg>";
}

}  // namespace

std::string tone_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::kPassed:
      return "good";
    case Verdict::kNotStarted:
    case Verdict::kUnfinished:
    case Verdict::kHarnessError:
      return "none";
    default:
      return "bad";
  }
}

data task_data(const ExerciseResult& e, const Notes& notes) {
  data d = head(e);
  add_message(d, e);
  add_finding(d, e.finding, notes);
  add_checks(d, e);
  set_if_any(d, "advice", visible(e.advice));
  set_if_any(d, "printed", visible(e.printed));
  d.set("task_file", visible(e.file));
  d.set("task_notes", link_to_exercise(notes, e.slug, e.title));
  return d;
}

data task_data(const MnistResult& m) {
  data d = head(m);
  set_if_any(d, "task_message",
             m.verdict == Verdict::kHarnessError ? kOurFault : visible(m.message));
  if (m.accuracies.empty()) return d;
  // The first run that reaches the threshold is the last one.
  const double accuracy = m.accuracies.back();
  const std::size_t runs = m.accuracies.size();
  d.set("accuracy", accuracy_svg(accuracy, m.threshold));
  d.set("accuracy_says",
        share_text(accuracy) + " of the test images are recognised, " + share_text(m.threshold) +
            " are asked for, on " + visible(m.data) +
            (runs == 1 ? "." : ", in the last of " + std::to_string(runs) + " runs."));
  return d;
}

}  // namespace gradus::pages

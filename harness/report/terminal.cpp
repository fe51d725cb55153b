#include "report/terminal.hpp"

#include <algorithm>
#include <array>
#include <sstream>

#include "report/escape.hpp"
#include "report/story.hpp"
#include "report/words.hpp"

namespace gradus::report {
namespace {

constexpr std::size_t kCompilerLines = 12;
constexpr std::size_t kPrintedLines = 5;

/// Every line of a text behind the same margin; at most `most` lines.
std::string indent(const std::string& text, const std::string& margin, std::size_t most) {
  std::string out;
  std::istringstream lines(text);
  std::size_t n = 0;
  for (std::string line; std::getline(lines, line); ++n) {
    if (n == most) return out + margin + "...\n";
    out += margin + line + "\n";
  }
  return out;
}

std::string score_line(const std::string& slug, Verdict verdict, Points points, Points out_of,
                       const Style& style) {
  const bool full = verdict == Verdict::kPassed && points == out_of;
  return report::score_line(mark(verdict, style), slug, points_text(points), out_of,
                            full ? "" : std::string(words(verdict)));
}

std::string failure(const CheckResult& c, const ExerciseResult& e, const Style& style) {
  std::string claim = wrap(c.claim, "      ", "      ");
  claim.pop_back();
  const bool fits = claim.size() + c.slug.size() + 4 <= 80;
  std::string out =
      style.bold(claim) + (fits ? "  " : "\n      ") + style.dim("(" + c.slug + ")") + "\n";
  check::Story shown = c.story;
  if (shown.why.empty()) shown.why = meaning(c.verdict, e.slug);
  // A known mistake says it better than the check, which knows only that something is wrong.
  const bool known = !e.finding.mistake.empty();
  if (known) shown.why = e.finding.says;
  out += fields(shown, style);
  if (!known) out += field("seen", e.finding.says, style);
  out +=
      field("again", "./gradus replay " + e.slug + " " + c.slug.substr(e.slug.size() + 1), style);
  out += field("more", "./gradus explain " + (known ? e.finding.mistake : c.slug), style);
  return out;
}

std::string build_story(const ExerciseResult& e, const Style& style) {
  // Sentences of ours are broken into lines; the compiler's own words stay as they are, since its
  // arrows point at columns.
  const std::string message = visible(e.message);
  const bool one_line = message.find('\n') == std::string::npos;
  const std::size_t end = one_line ? message.size() : message.find("\n\n");
  std::string out;
  if (end != std::string::npos) out += wrap(message.substr(0, end), "      ", "      ");
  if (!one_line) {
    const std::size_t start = end == std::string::npos ? 0 : end + 1;
    out += indent(message.substr(start), "      ", kCompilerLines);
  }
  out += field("file", "labs/" + e.file, style);
  return out;
}

}  // namespace

std::string line(const ExerciseResult& e, const Style& style) {
  return score_line(e.slug, e.verdict, e.points, e.out_of, style);
}

std::string details(const ExerciseResult& e, const Style& style) {
  if (e.verdict == Verdict::kNotStarted && !e.message.empty()) {
    return wrap(visible(e.message) + " ./gradus reset " + e.slug + " gives you its stub.", "      ",
                "      ");
  }
  if (e.verdict == Verdict::kPassed || e.verdict == Verdict::kNotStarted) return {};
  if (e.verdict == Verdict::kDidNotBuild) return build_story(e, style);
  std::string out;
  std::string others;
  bool told = false;
  bool value_failed = false;
  for (const CheckResult& c : e.checks) {
    if (c.verdict == Verdict::kPassed) continue;
    if (c.kind == check::Kind::kValue) value_failed = true;
    if (!told) {
      out += failure(c, e, style);
    } else {
      others += (others.empty() ? "" : ", ") + c.slug.substr(e.slug.size() + 1) +
                (c.verdict == Verdict::kWrong ? "" : " (" + std::string(words(c.verdict)) + ")");
    }
    told = true;
  }
  out += field("also", others, style);
  if (value_failed) {
    out += field("points", "The other checks give points once the values are right.", style);
  }
  if (!e.printed.empty()) {
    out += "      " + style.dim("your code printed") + "\n" +
           indent(visible(e.printed, 600), "        ", kPrintedLines);
  }
  return out;
}

std::string terminal(const Results& results, const Style& style) {
  std::string out;
  for (const std::string& remark : results.remarks) {
    out += wrap(visible(remark), "  " + style.yellow("note") + "  ", "        ");
  }
  for (const LabResult& lab : results.labs) {
    out += "\n" + style.bold(lab.name + "  " + lab.title) + "\n";
    for (const ExerciseResult& e : lab.exercises) {
      out += line(e, style);
      out += details(e, style);
      if (!e.advice.empty()) {
        out += "      " + style.dim("the compiler's advice (costs nothing)") + "\n" +
               indent(visible(e.advice, 1500), "        ", kPrintedLines);
      }
    }
    if (lab.mnist) {
      const MnistResult& m = *lab.mnist;
      std::string remark;
      if (!m.accuracies.empty()) {
        std::array<char, 80> text{};
        std::snprintf(text.data(), text.size(), "%.4f, at least %.3f asked, on %s",
                      m.accuracies.back(), m.threshold, m.data.c_str());
        remark = text.data();
      }
      out += score_line(m.slug, m.verdict, m.points, m.out_of, style);
      out += field("accuracy", remark, style);
      out += wrap(visible(m.message), "      ", "      ");
    }
    const std::string total = points_text(lab.points) + " / " + points_text(lab.out_of);
    out += "  " + style.bold(pad("  total", 24) + pad_left(total, 11)) + "\n";
  }
  out += "  " + style.dim("isolation  " + results.fingerprint.isolation) + "\n";
  if (results.harness_failed()) {
    out +=
        "\n" + style.red("Something went wrong on our side; these marks must not be used.") + "\n";
  }
  return out;
}

}  // namespace gradus::report

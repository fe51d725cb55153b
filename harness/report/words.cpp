#include "report/words.hpp"

namespace gradus::report {

std::string points_text(Points points) {
  std::string text = std::to_string(points / 100);
  const int rest = points % 100;
  if (rest != 0) {
    text += "." + std::to_string(rest / 10);
    if (rest % 10 != 0) text += std::to_string(rest % 10);
  }
  return text;
}

std::string_view words(Verdict verdict) {
  switch (verdict) {
    case Verdict::kPassed:
      return "passed";
    case Verdict::kWrong:
      return "wrong answer";
    case Verdict::kNotStarted:
      return "not started";
    case Verdict::kDidNotBuild:
      return "did not build";
    case Verdict::kCrashed:
      return "crashed";
    case Verdict::kTimedOut:
      return "took too long";
    case Verdict::kOutOfMemory:
      return "ran out of memory";
    case Verdict::kBadReply:
      return "unusable reply";
    case Verdict::kUnfinished:
      return "not finished";
    case Verdict::kHarnessError:
      return "our fault: not judged";
  }
  return "";
}

std::string meaning(Verdict verdict, const std::string& exercise) {
  switch (verdict) {
    case Verdict::kCrashed:
      return "Usually an index outside of a container, or memory that is no longer there. "
             "./gradus replay " +
             exercise + " shows the line.";
    case Verdict::kTimedOut:
      return "Usually a loop that never ends: look at what changes its condition.";
    case Verdict::kOutOfMemory:
      return "Usually something that grows in a loop, or a size that is computed wrongly.";
    default:
      return {};
  }
}

std::string mark(Verdict verdict, const Style& style) {
  if (verdict == Verdict::kPassed) return style.green(style.unicode ? "\u2713" : "+");
  if (verdict == Verdict::kNotStarted || verdict == Verdict::kUnfinished) {
    return style.dim(style.unicode ? "\u00b7" : "-");
  }
  return style.red(style.unicode ? "\u2717" : "x");
}

std::string pad(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

std::string pad_left(const std::string& text, std::size_t width) {
  return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

std::string score_line(const std::string& sign, std::string_view slug, const std::string& points,
                       Points out_of, const std::string& remark) {
  std::string line = "  " + sign + " " + pad(std::string(slug), 22) + pad_left(points, 5) + " / " +
                     pad(points_text(out_of), 3);
  if (!remark.empty()) line += "  " + remark;
  return line + "\n";
}

}  // namespace gradus::report

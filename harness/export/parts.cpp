#include "export/parts.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "report/escape.hpp"
#include "report/story.hpp"
#include "report/words.hpp"

namespace gradus::exports {
namespace {

using report::visible;

constexpr std::size_t kLongestName = 300;

/// One line, whatever is in it.
std::string name_of(const std::string& text) {
  std::string name = visible(text, kLongestName);
  std::replace(name.begin(), name.end(), '\n', ' ');
  return name;
}

std::string sentence(Verdict verdict) {
  std::string words(report::words(verdict));
  words.front() = static_cast<char>(words.front() - 'a' + 'A');
  return words + ".\n";
}

/// \param first of its exercise that is not passed: there it is said what concerns all of them
std::string text_of(const CheckResult& c, const ExerciseResult& e, bool first) {
  if (c.verdict == Verdict::kPassed) {
    return c.points == c.out_of
               ? ""
               : "Passed, but it pays only once every value check of this exercise passes.";
  }
  const report::Style plain;
  std::string text = sentence(c.verdict);
  if (first && !e.message.empty()) text += e.message + "\n";
  text += report::fields(c.story, plain);
  if (first) text += report::field("seen", e.finding.says, plain);
  return text + report::field("more", "./gradus explain " + c.slug, plain);
}

Part part_of(const ExerciseResult& e, std::size_t most) {
  Part part{.slug = name_of(e.slug),
            .title = name_of(e.title),
            .file = name_of(e.file),
            .verdict = e.verdict,
            .points = e.points,
            .out_of = e.out_of,
            .rows = {},
            .notes = {}};
  bool first = true;
  for (const CheckResult& c : e.checks) {
    part.rows.push_back({name_of(c.slug), name_of(c.claim), c.verdict, c.points, c.out_of,
                         visible(text_of(c, e, first), most)});
    first = first && c.verdict == Verdict::kPassed;
  }
  if (part.rows.empty()) {
    part.rows.push_back({part.slug, part.title, e.verdict, e.points, e.out_of,
                         visible(sentence(e.verdict) + e.message, most)});
  }
  if (!e.printed.empty()) {
    part.notes.push_back({"What your code printed", visible(e.printed, most)});
  }
  if (!e.advice.empty()) {
    part.notes.push_back({"Warnings of the compiler, which cost nothing", visible(e.advice, most)});
  }
  return part;
}

std::string text_of(const MnistResult& m) {
  std::string text = m.verdict == Verdict::kPassed ? "" : sentence(m.verdict);
  std::array<char, 32> number{};
  const auto in_digits = [&](double value) {
    std::snprintf(number.data(), number.size(), "%.4f", value);
    return std::string(number.data());
  };
  for (const double accuracy : m.accuracies) {
    text += "Accuracy " + in_digits(accuracy) + " on " + m.data + "; " + in_digits(m.threshold) +
            " was asked for.\n";
  }
  return text + m.message;
}

Part part_of(const MnistResult& m, std::size_t most) {
  const std::string slug = name_of(m.slug);
  const std::string title = name_of(m.title);
  return {.slug = slug,
          .title = title,
          .file = {},
          .verdict = m.verdict,
          .points = m.points,
          .out_of = m.out_of,
          .rows = {{slug, title, m.verdict, m.points, m.out_of, visible(text_of(m), most)}},
          .notes = {}};
}

}  // namespace

std::vector<Part> parts(const Results& results, std::size_t most) {
  std::vector<Part> all;
  for (const LabResult& lab : results.labs) {
    for (const ExerciseResult& e : lab.exercises) all.push_back(part_of(e, most));
    if (lab.mnist) all.push_back(part_of(*lab.mnist, most));
  }
  return all;
}

bool gives_a_mark(const Results& results) {
  return !results.harness_failed() && results.out_of() > 0;
}

std::string summary(const Results& results) {
  if (results.harness_failed()) {
    return "This is no mark. Something went wrong on our side, so that a part of your work could "
           "not be judged. You need not change anything for that: your instructor has to grade it "
           "again.\n";
  }
  if (results.out_of() == 0) return "This is no mark: there was nothing to judge.\n";
  std::string text;
  for (const LabResult& lab : results.labs) {
    text += name_of(lab.name) + ", " + name_of(lab.title) + ": " + report::points_text(lab.points) +
            " of " + report::points_text(lab.out_of) + " points.\n";
  }
  return text;
}

}  // namespace gradus::exports

#pragma once

#include <string>
#include <vector>

#include "marks/marks.hpp"

namespace gradus::marks::test {

/// What a submission earned in the first exercises of tp1; the rest of the lab was not started.
inline Results results_of(const std::string& submission, Points softmax, Points nll) {
  Results results;
  results.fingerprint.submission = submission;
  results.fingerprint.harness = "0.1.0";
  results.fingerprint.seed = "a commitment";
  LabResult lab;
  lab.name = "tp1";
  lab.title = "A linear classifier by hand";
  lab.out_of = 2000;
  lab.points = softmax + nll;
  const auto part = [&](const std::string& slug, Points points, Points out_of) {
    ExerciseResult e;
    e.slug = slug;
    e.points = points;
    e.out_of = out_of;
    e.verdict = points == out_of ? Verdict::kPassed : Verdict::kWrong;
    CheckResult check;
    check.slug = slug + ".value";
    check.verdict = e.verdict;
    check.points = points;
    check.out_of = out_of;
    e.checks = {check};
    lab.exercises.push_back(e);
  };
  part("tp1.softmax", softmax, 400);
  part("tp1.nll", nll, 300);
  part("tp1.train", 0, 1100);
  MnistResult& mnist = lab.mnist.emplace();
  mnist.slug = "tp1.mnist";
  mnist.out_of = 200;
  results.labs = {lab};
  return results;
}

inline gradebook::HandIn hand_in(const std::string& id, const std::string& name,
                                 const std::string& submission) {
  gradebook::HandIn result;
  result.student.id = id;
  result.student.name = name;
  result.student.email = id + "@x.fr";
  result.submission = submission;
  if (!submission.empty()) result.files = {{"tp1/nll.cpp", "text of " + submission}};
  return result;
}

inline const gradebook::Terms kTerms{{"tp1"}, "sample", 7, "landlock", "b0b0"};

/// Ada (7 points), Bob (4), Cyd, on whose work the grader failed, and Dan, who handed in nothing.
inline Run sample_run() {
  Run run;
  run.name = "2026-09-14T08:00:00Z";
  run.terms = kTerms;
  run.class_list = {hand_in("ada", "Ada Lovelace", "aa"), hand_in("bob", "Bob Noyce", "bb"),
                    hand_in("cyd", "Cyd Charisse", "cc"), hand_in("dan", "Dan Dare", "")};
  run.results.emplace("aa", results_of("aa", 400, 300));
  run.results.emplace("bb", results_of("bb", 100, 300));
  return run;
}

inline const std::vector<std::string> kIds = {"ada", "bob", "cyd", "dan"};

/// The marks that come of ledgers with these lines.
inline std::vector<StudentMarks> marks_with(const std::string& late, const std::string& overrides,
                                            const EarlierMarks& earlier = {}) {
  return marks(sample_run(), parse_late(late, "late.txt", kIds),
               parse_overrides(overrides, "override.txt", kIds), earlier);
}

/// Adds up the lines, which must give the mark.
inline Points sum(const LabMark& mark) {
  Points points = 0;
  for (const Line& line : mark.lines) points += line.change;
  return points;
}

}  // namespace gradus::marks::test

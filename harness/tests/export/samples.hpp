#pragma once

#include <string>

#include "tests/report/sample_results.hpp"

namespace gradus::exports::test {

using gradus::test::kHostile;
using gradus::test::sample_results;

/// The sample without what was our fault: these marks count.
inline Results fair_results() {
  Results results = sample_results();
  for (LabResult& lab : results.labs) {
    std::erase_if(lab.exercises,
                  [](const ExerciseResult& e) { return e.verdict == Verdict::kHarnessError; });
    lab.points = 0;
    lab.out_of = 0;
    for (ExerciseResult& e : lab.exercises) {
      e.points = 0;
      e.out_of = 0;
      for (const CheckResult& c : e.checks) {
        e.points += c.points;
        e.out_of += c.out_of;
      }
      lab.points += e.points;
      lab.out_of += e.out_of;
    }
    if (lab.mnist) lab.out_of += lab.mnist->out_of;
  }
  return results;
}

inline Results results_with(ExerciseResult exercise) {
  Results results;
  results.labs.push_back({.name = "tp1",
                          .title = "A linear classifier",
                          .points = exercise.points,
                          .out_of = exercise.out_of,
                          .exercises = {std::move(exercise)},
                          .mnist = {}});
  return results;
}

/// One exercise with one check.
inline Results results_with(Verdict verdict, Points points, Points out_of) {
  ExerciseResult e = gradus::test::exercise_with(verdict);
  e.checks.resize(1);
  e.checks[0].verdict = verdict;
  e.checks[0].points = e.points = points;
  e.checks[0].out_of = e.out_of = out_of;
  return results_with(std::move(e));
}

/// So many checks with stories of so many bytes, most of which need an escape.
inline Results large_results(std::size_t checks, std::size_t bytes) {
  ExerciseResult e = gradus::test::exercise_with(Verdict::kWrong);
  e.checks.resize(2);
  e.checks[1].story.got = std::string(bytes, '\x1b');
  e.checks.resize(checks, e.checks[1]);
  e.points = 125;
  e.out_of = 125 * static_cast<Points>(checks);
  return results_with(std::move(e));
}

}  // namespace gradus::exports::test

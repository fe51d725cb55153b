#include "score/score.hpp"

#include <algorithm>
#include <numeric>

namespace gradus {
namespace {

bool passed(const CheckResult& c) { return c.verdict == Verdict::kPassed; }

}  // namespace

void score(ExerciseResult& exercise) {
  const auto& checks = exercise.checks;
  const auto is_value = [](const CheckResult& c) { return c.kind == check::Kind::kValue; };
  const bool value_holds = std::any_of(checks.begin(), checks.end(), is_value) &&
                           std::all_of(checks.begin(), checks.end(), [&](const CheckResult& c) {
                             return !is_value(c) || passed(c);
                           });
  exercise.points = 0;
  for (CheckResult& c : exercise.checks) {
    c.points = passed(c) && value_holds ? c.out_of : 0;
    exercise.points += c.points;
  }
  const auto first = std::find_if_not(checks.begin(), checks.end(), passed);
  exercise.verdict = first == checks.end() ? Verdict::kPassed : first->verdict;
  if (checks.empty()) exercise.verdict = Verdict::kHarnessError;
}

bool opens_gate(const ExerciseResult& exercise) {
  return !exercise.checks.empty() &&
         std::all_of(exercise.checks.begin(), exercise.checks.end(), [](const CheckResult& c) {
           const bool counts = c.kind == check::Kind::kValue || c.kind == check::Kind::kGradient;
           return !counts || passed(c);
         });
}

void score(LabResult& lab) {
  lab.points = lab.mnist ? lab.mnist->points : 0;
  lab.out_of = lab.mnist ? lab.mnist->out_of : 0;
  for (const ExerciseResult& e : lab.exercises) {
    lab.points += e.points;
    lab.out_of += e.out_of;
  }
}

Points Results::points() const {
  return std::accumulate(labs.begin(), labs.end(), 0,
                         [](Points sum, const LabResult& lab) { return sum + lab.points; });
}

Points Results::out_of() const {
  return std::accumulate(labs.begin(), labs.end(), 0,
                         [](Points sum, const LabResult& lab) { return sum + lab.out_of; });
}

const LabResult* Results::lab(std::string_view name) const {
  const auto found =
      std::find_if(labs.begin(), labs.end(), [&](const LabResult& l) { return l.name == name; });
  return found == labs.end() ? nullptr : &*found;
}

bool Results::harness_failed() const {
  const auto ours = [](const auto& part) { return part.verdict == Verdict::kHarnessError; };
  return std::any_of(labs.begin(), labs.end(), [&](const LabResult& lab) {
    return (lab.mnist && ours(*lab.mnist)) ||
           std::any_of(lab.exercises.begin(), lab.exercises.end(), [&](const ExerciseResult& e) {
             return ours(e) || std::any_of(e.checks.begin(), e.checks.end(), ours);
           });
  });
}

}  // namespace gradus

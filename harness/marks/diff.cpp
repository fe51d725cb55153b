#include "marks/diff.hpp"

#include <algorithm>
#include <map>

#include "report/escape.hpp"
#include "report/words.hpp"

namespace gradus::marks {
namespace {

using gradebook::HandIn;

/// The parts of a lab by slug, MNIST as one without checks.
std::map<std::string, ExerciseResult> parts_of(const LabResult& lab) {
  std::map<std::string, ExerciseResult> parts;
  for (const ExerciseResult& e : lab.exercises) parts[e.slug] = e;
  if (lab.mnist) {
    ExerciseResult& mnist = parts[lab.mnist->slug];
    mnist.verdict = lab.mnist->verdict;
    mnist.points = lab.mnist->points;
  }
  return parts;
}

std::string verdict_in(const ExerciseResult& exercise, const std::string& check) {
  for (const CheckResult& c : exercise.checks) {
    if (c.slug == check) return std::string(report::words(c.verdict));
  }
  return "not there";
}

std::vector<std::string> moved_checks(const ExerciseResult& before, const ExerciseResult& after) {
  std::vector<std::string> slugs;
  for (const ExerciseResult* e : {&before, &after}) {
    for (const CheckResult& c : e->checks) {
      if (std::find(slugs.begin(), slugs.end(), c.slug) == slugs.end()) slugs.push_back(c.slug);
    }
  }
  std::vector<std::string> moved;
  for (const std::string& slug : slugs) {
    const std::string then = verdict_in(before, slug);
    const std::string now = verdict_in(after, slug);
    if (then == now) continue;
    moved.push_back(slug);
    moved.back().append(": ").append(then).append(" -> ").append(now);
  }
  return moved;
}

std::vector<PartMove> moved_parts(const LabResult& before, const LabResult& after) {
  auto then = parts_of(before);
  auto now = parts_of(after);
  std::vector<std::string> slugs;
  for (const auto* parts : {&then, &now}) {
    for (const auto& [slug, part] : *parts) slugs.push_back(slug);
  }
  std::sort(slugs.begin(), slugs.end());
  slugs.erase(std::unique(slugs.begin(), slugs.end()), slugs.end());

  std::vector<PartMove> moves;
  for (const std::string& slug : slugs) {
    const ExerciseResult& a = then[slug];
    const ExerciseResult& b = now[slug];
    PartMove move{slug, a.points, b.points, moved_checks(a, b)};
    const bool judged_alike = a.verdict == b.verdict && move.checks.empty();
    if (a.points == b.points && judged_alike) continue;
    if (move.checks.empty() && a.verdict != b.verdict) {
      move.checks.push_back(std::string(report::words(a.verdict)) + " -> " +
                            std::string(report::words(b.verdict)));
    }
    moves.push_back(std::move(move));
  }
  return moves;
}

std::vector<std::string> differences(const Run& before, const Run& after, const Results& then,
                                     const Results& now) {
  const Fingerprint& a = then.fingerprint;
  const Fingerprint& b = now.fingerprint;
  std::vector<std::string> all;
  if (a.submission != b.submission) all.emplace_back("the code");
  if (before.terms.build != after.terms.build || a.harness != b.harness) {
    all.emplace_back("the harness");
  }
  if (before.terms.seed != after.terms.seed || a.seed != b.seed) all.emplace_back("the seed");
  if (before.terms.mnist != after.terms.mnist) all.emplace_back("the data");
  if (a.compiler != b.compiler || a.flags != b.flags || a.arch != b.arch || a.cpu != b.cpu) {
    all.emplace_back("compiler or machine");
  }
  if (a.isolation != b.isolation) all.emplace_back("the isolation");
  return all;
}

const LabResult* lab_named(const Results& results, const std::string& name) {
  for (const LabResult& lab : results.labs) {
    if (lab.name == name) return &lab;
  }
  return nullptr;
}

void compare_labs(Comparison& comparison, const std::string& student, const Results& then,
                  const Results& now, const std::vector<std::string>& because) {
  for (const LabResult& before : then.labs) {
    const LabResult* after = lab_named(now, before.name);
    if (after == nullptr) continue;
    std::vector<PartMove> parts = moved_parts(before, *after);
    if (parts.empty()) {
      ++comparison.same;
    } else {
      comparison.moves.push_back(
          {student, before.name, before.points, after->points, std::move(parts), because});
    }
  }
}

const HandIn* find(const Run& run, const std::string& id) {
  const auto found = std::find_if(run.class_list.begin(), run.class_list.end(),
                                  [&](const HandIn& h) { return h.student.id == id; });
  return found == run.class_list.end() ? nullptr : &*found;
}

/// What became of a hand-in, where that is no report.
std::string without_report(const HandIn& hand_in) {
  return hand_in.submission.empty() ? "nothing handed in" : "held back";
}

void compare_students(Comparison& comparison, const Run& before, const Run& after,
                      const HandIn& hand_in) {
  const std::string id = report::visible(hand_in.student.id);
  const HandIn* later = find(after, hand_in.student.id);
  if (later == nullptr) {
    comparison.notes.push_back(id + ": only in the first run");
    return;
  }
  const auto then = before.results.find(hand_in.submission);
  const auto now = after.results.find(later->submission);
  const bool was_judged = then != before.results.end();
  const bool is_judged = now != after.results.end();
  if (was_judged && is_judged) {
    compare_labs(comparison, id, then->second, now->second,
                 differences(before, after, then->second, now->second));
  } else if (was_judged || is_judged || without_report(hand_in) != without_report(*later)) {
    comparison.notes.push_back(id + ": " + (was_judged ? "graded" : without_report(hand_in)) +
                               " in the first run, " +
                               (is_judged ? "graded" : without_report(*later)) + " in the second");
  }
}

std::string reason(const Move& move) {
  if (move.because.empty()) {
    return "    nothing differs: the same work was judged in two ways. This is our fault. Look at "
           "it.\n";
  }
  std::string list;
  for (const std::string& what : move.because) list += (list.empty() ? "" : ", ") + what;
  return "    what differs: " + list + "\n";
}

std::string paragraph(const Move& move) {
  std::string text = "\n" + move.student + "  " + move.lab + "  " + report::points_text(move.from) +
                     " -> " + report::points_text(move.to) + "\n";
  for (const PartMove& part : move.parts) {
    text += "    " + part.slug + "  " + report::points_text(part.from) + " -> " +
            report::points_text(part.to) + "\n";
    for (const std::string& check : part.checks) text += "      " + check + "\n";
  }
  return text + reason(move);
}

}  // namespace

Comparison compare(const Run& before, const Run& after) {
  Comparison comparison;
  for (const HandIn& hand_in : before.class_list) {
    compare_students(comparison, before, after, hand_in);
  }
  for (const HandIn& hand_in : after.class_list) {
    if (find(before, hand_in.student.id) != nullptr) continue;
    comparison.notes.push_back(report::visible(hand_in.student.id) + ": only in the second run");
  }
  return comparison;
}

std::string text(const Comparison& comparison) {
  const auto count = [&](auto wanted) {
    return std::to_string(std::count_if(comparison.moves.begin(), comparison.moves.end(), wanted));
  };
  std::string text = count([](const Move& m) { return m.to > m.from; }) + " up, " +
                     count([](const Move& m) { return m.to < m.from; }) + " down, " +
                     count([](const Move& m) { return m.because.empty(); }) + " flagged, " +
                     count([](const Move& m) { return m.to == m.from; }) +
                     " with the same points for other checks, " + std::to_string(comparison.same) +
                     " alike\n";
  for (const std::string& note : comparison.notes) text += "  " + note + "\n";
  for (const bool flagged : {true, false}) {
    for (const Move& move : comparison.moves) {
      if (move.because.empty() == flagged) text += paragraph(move);
    }
  }
  return text;
}

}  // namespace gradus::marks

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "pages/notes.hpp"
#include "pages/run.hpp"
#include "report/json.hpp"
#include "score/score.hpp"

namespace gradus::pages::test {

inline const Notes kNotes{"https://example.org/notes",
                          {{"softmax_shift", "Exponentials overflow"}}};

inline CheckResult check(const std::string& slug, Verdict verdict, Points out_of,
                         check::Kind kind = check::Kind::kProperty) {
  CheckResult c;
  c.slug = slug;
  c.claim = "Claim of " + slug;
  c.kind = kind;
  c.verdict = verdict;
  c.out_of = out_of;
  if (verdict != Verdict::kPassed)
    c.story = {"x = [1]", "y = [2]", "y = [3]", "Because of " + slug};
  return c;
}

/// Two checks, of the values (3 points) and of large logits (1 point).
inline ExerciseResult softmax(Verdict value, Verdict shift) {
  ExerciseResult e;
  e.slug = "tp1.softmax";
  e.title = "Softmax";
  e.file = "tp1/softmax.cpp";
  e.notes = "softmax";
  e.out_of = 400;
  e.checks = {check("tp1.softmax.value", value, 300, check::Kind::kValue),
              check("tp1.softmax.shift", shift, 100, check::Kind::kRobust)};
  score(e);
  return e;
}

/// A lab's run on MNIST, worth 2 points.
inline MnistResult mnist(Verdict verdict, const std::string& data) {
  MnistResult m;
  m.slug = "tp1.mnist";
  m.title = "MNIST, linear";
  m.verdict = verdict;
  m.points = verdict == Verdict::kPassed ? 200 : 0;
  m.out_of = 200;
  m.data = data;
  return m;
}

/// A lab of one exercise.
inline Results results(const ExerciseResult& exercise) {
  Results r;
  r.fingerprint.harness = "1.0";
  LabResult lab;
  lab.name = "tp1";
  lab.title = "A lab";
  lab.exercises = {exercise};
  score(lab);
  r.labs = {lab};
  return r;
}

inline constexpr Verdict kRight = Verdict::kPassed;
inline constexpr Verdict kWrong = Verdict::kWrong;

/// A finished run that grows student by student.
class RunOf {
 public:
  RunOf() {
    run_.finished = true;
    run_.labs = {"tp1"};
  }
  RunOf& graded(const std::string& id, const Results& results) {
    hand_in(id, id).results = results;
    return *this;
  }
  /// Has handed in the very files of somebody who came before.
  RunOf& same_as(const std::string& id, const std::string& other) {
    gradebook::HandIn hand_in;
    hand_in.student.id = id;
    hand_in.submission = "hash of " + other;
    run_.students.push_back(hand_in);
    return *this;
  }
  RunOf& held_back(const std::string& id, const std::string& why) {
    hand_in(id, id).failure = why;
    return *this;
  }
  RunOf& waiting(const std::string& id) {
    hand_in(id, id);
    return *this;
  }
  RunOf& without(const std::string& id) {
    run_.students.emplace_back().student.id = id;
    return *this;
  }
  Run& operator*() { return run_; }
  Run* operator->() { return &run_; }

 private:
  Graded& hand_in(const std::string& id, const std::string& files) {
    gradebook::HandIn hand_in;
    hand_in.student.id = id;
    hand_in.submission = "hash of " + id;
    run_.students.push_back(hand_in);
    Graded& graded = run_.submissions[hand_in.submission];
    graded.labs["tp1"] = "hash of tp1 of " + files;
    return graded;
  }
  Run run_;
};

/// Not a matcher, which would print the whole page.
inline bool has(const std::string& page, const std::string& part) {
  return page.find(part) != std::string::npos;
}

inline std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

/// Text that tries to be more than text.
inline const std::string kAttack =
    "<script>alert(1)</script>\"'>{{{style}}}<img src=x onerror=y>\x1b[2J\xff\u202e";

}  // namespace gradus::pages::test

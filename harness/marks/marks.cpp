#include "marks/marks.hpp"

#include <algorithm>

#include "report/escape.hpp"
#include "report/words.hpp"

namespace gradus::marks {
namespace {

using gradebook::HandIn;

/// What a lab was worth in this run, also for who handed in nothing.
Points worth(const Run& run, const Lab& lab) {
  for (const auto& [submission, results] : run.results) {
    if (const LabResult* result = results.lab(lab.name)) return result->out_of;
  }
  return lab.points() - (run.terms.mnist.empty() ? lab.mnist.points : 0);
}

/// One student's mark in one lab, rule by rule.
class Account {
 public:
  Account(const Run& run, const HandIn& hand_in, const Lab& lab, const OverrideLedger& overrides)
      : id_(hand_in.student.id), handed_in_(!hand_in.submission.empty()), overrides_(overrides) {
    mark_.lab = lab.name;
    mark_.title = lab.title;
    mark_.out_of = worth(run, lab);
    const auto results = run.results.find(hand_in.submission);
    if (results != run.results.end() && !results->second.harness_failed()) {
      result_ = results->second.lab(mark_.lab);
    }
  }

  LabMark settle(const LateLedger& late, const EarlierMarks& earlier) {
    if (const std::string* excuse = said_of(overrides_.excuses, id_, mark_.lab, handed_in_)) {
      mark_.state = State::kExcused;
      add("excused (" + *excuse + ")", 0);
      return mark_;
    }
    if (handed_in_ && result_ == nullptr && setting_of(mark_.lab) == nullptr) {
      mark_.state = State::kHeld;
      add("held back: the grader itself failed, which costs nobody a point", 0);
      return mark_;
    }
    if (handed_in_ && result_ != nullptr) {
      count();
    } else if (!handed_in_) {
      mark_.state = State::kNothingHandedIn;
      add("nothing was handed in", 0);
    }
    if (!handed_in_ || result_ != nullptr) override_parts();
    if (handed_in_ && result_ != nullptr) take_off(penalty(late, {id_, mark_.lab}, mark_.mark));
    override_whole();
    keep_within_bounds();
    keep_above(earlier);
    return mark_;
  }

 private:
  /// Every change of the mark has its line.
  void add(std::string says, Points change) {
    mark_.lines.push_back({std::move(says), change});
    mark_.mark += change;
  }

  void count_part(const std::string& slug, Verdict verdict, Points points, Points out_of) {
    parts_[slug] = points;
    add(slug + ": " + std::string(report::words(verdict)) + ", of " + report::points_text(out_of),
        points);
  }

  void count() {
    for (const ExerciseResult& e : result_->exercises) {
      count_part(e.slug, e.verdict, e.points, e.out_of);
    }
    if (const auto& m = result_->mnist) count_part(m->slug, m->verdict, m->points, m->out_of);
    mark_.raw = mark_.mark;
  }

  [[nodiscard]] const Setting* setting_of(const std::string& what) const {
    return said_of(overrides_.settings, id_, what, handed_in_);
  }

  void set(const std::string& what, Points from) {
    const Setting* setting = setting_of(what);
    if (setting == nullptr) return;
    by_hand();
    add(what + " set by hand to " + report::points_text(setting->to) + " (" + setting->reason + ")",
        setting->to - from);
  }

  template <typename Concerned>
  void adjust(Concerned concerned) {
    for (const Adjustment& a : overrides_.adjustments) {
      const bool meant = a.student == id_ || (a.student.empty() && handed_in_);
      if (!meant || !concerned(a.what)) continue;
      by_hand();
      add(a.what + " changed by hand (" + a.reason + ")", a.by);
    }
  }

  /// Whoever has points by hand has a mark like others.
  void by_hand() { mark_.state = State::kGraded; }

  void override_parts() {
    std::vector<std::string> slugs;
    const Lab& lab = *find_lab(mark_.lab);
    for (const Exercise& e : lab.exercises) slugs.emplace_back(e.slug);
    slugs.emplace_back(lab.mnist.slug);
    for (const std::string& slug : slugs) set(slug, parts_[slug]);
    adjust([&](const std::string& what) { return what.starts_with(mark_.lab + "."); });
  }

  void take_off(const std::optional<Penalty>& penalty) {
    if (!penalty) return;
    mark_.late = penalty->cost;
    add(penalty->says, -penalty->cost);
  }

  void override_whole() {
    set(mark_.lab, mark_.mark);
    adjust([&](const std::string& what) { return what == mark_.lab; });
  }

  void keep_within_bounds() {
    if (mark_.mark < 0) add("no mark is below 0", -mark_.mark);
    if (mark_.mark > mark_.out_of) {
      add("no mark is above " + report::points_text(mark_.out_of), mark_.out_of - mark_.mark);
    }
  }

  void keep_above(const EarlierMarks& earlier) {
    const auto found = earlier.marks.find({report::visible(id_), mark_.lab});
    if (found == earlier.marks.end()) return;
    const Points before = std::min(found->second, mark_.out_of);
    if (before <= mark_.mark) return;
    add("the mark is never below the one that was published, " + report::points_text(before) +
            " (run of " + earlier.run + ")",
        before - mark_.mark);
  }

  std::string id_;
  bool handed_in_;
  const OverrideLedger& overrides_;
  const LabResult* result_ = nullptr;  ///< null if there is nothing to count
  std::map<std::string, Points> parts_;
  LabMark mark_;
};

}  // namespace

std::string_view name(State state) {
  switch (state) {
    case State::kGraded:
      return "graded";
    case State::kNothingHandedIn:
      return "nothing_handed_in";
    case State::kHeld:
      return "held";
    case State::kExcused:
      return "excused";
  }
  return "";
}

std::vector<StudentMarks> marks(const Run& run, const LateLedger& late,
                                const OverrideLedger& overrides, const EarlierMarks& earlier) {
  std::vector<StudentMarks> all;
  for (const HandIn& hand_in : run.class_list) {
    StudentMarks& student = all.emplace_back();
    student.student = hand_in.student;
    student.submission = hand_in.submission;
    student.remarks = hand_in.remarks;
    const auto results = run.results.find(hand_in.submission);
    if (results != run.results.end()) {
      const auto& more = results->second.remarks;
      student.remarks.insert(student.remarks.end(), more.begin(), more.end());
    }
    for (const Lab& lab : catalogue()) {
      const auto& labs = run.terms.labs;
      if (std::find(labs.begin(), labs.end(), lab.name) == labs.end()) continue;
      student.labs.push_back(Account(run, hand_in, lab, overrides).settle(late, earlier));
    }
  }
  return all;
}

}  // namespace gradus::marks

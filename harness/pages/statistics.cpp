#include "pages/statistics.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <utility>

#include "loop/pitfalls.hpp"

namespace gradus::pages {
namespace {

constexpr double kSuspectShare = 0.4;
/// Of fewer students a share says nothing.
constexpr std::size_t kEnough = 5;
constexpr Points kBars = 20;

double share_of(double part, double whole) { return whole > 0.0 ? part / whole : 0.0; }

Points mean_of(long sum, std::size_t count) {
  return count == 0 ? 0 : static_cast<Points>(sum / static_cast<long>(count));
}

template <typename Number>
Number median_of(std::vector<Number>& numbers) {
  if (numbers.empty()) return {};
  std::sort(numbers.begin(), numbers.end());
  const std::size_t middle = numbers.size() / 2;
  if (numbers.size() % 2 == 1) return numbers[middle];
  return (numbers[middle - 1] + numbers[middle]) / 2;
}

/// Whether a check came to a verdict on what the student wrote.
bool was_tried(Verdict verdict) {
  return verdict != Verdict::kNotStarted && verdict != Verdict::kDidNotBuild &&
         verdict != Verdict::kUnfinished;
}

bool is_failure(const CheckResult& c) {
  return was_tried(c.verdict) && c.verdict != Verdict::kPassed;
}

/// The entry of that slug, which is made if there is none: entries keep the order of the course.
template <typename Entry, typename Like>
Entry& entry(std::vector<Entry>& entries, const Like& like) {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [&](const Entry& e) { return e.slug == like.slug; });
  if (found != entries.end()) return *found;
  Entry& made = entries.emplace_back();
  made.slug = like.slug;
  return made;
}

/// Sums of points while students are being counted; means in the end.
class Counter {
 public:
  void add(const LabResult& lab) {
    stats_.name = lab.name;
    stats_.title = lab.title;
    stats_.out_of = lab.out_of;
    ++stats_.students;
    if (lab.points == lab.out_of) ++stats_.full;
    points_.push_back(lab.points);
    for (const ExerciseResult& e : lab.exercises) {
      TaskStatistics& task = add_task(e);
      task.notes = e.notes;
      for (const CheckResult& c : e.checks) add_check(entry(task.checks, c), c);
    }
    if (lab.mnist) add_task(*lab.mnist);
  }

  LabStatistics take() {
    const std::size_t n = stats_.students;
    stats_.points.mean = mean_of(std::accumulate(points_.begin(), points_.end(), 0L), n);
    stats_.points.median = median_of(points_);
    fill_histogram();
    for (TaskStatistics& task : stats_.tasks) {
      task.mean = mean_of(sums_[task.slug], task.students);
      for (CheckStatistics& c : task.checks) c.mean = mean_of(sums_[c.slug], task.students);
    }
    return std::move(stats_);
  }

 private:
  template <typename Result>
  TaskStatistics& add_task(const Result& result) {
    TaskStatistics& task = entry(stats_.tasks, result);
    task.title = result.title;
    task.out_of = result.out_of;
    ++task.students;
    if (result.points == result.out_of) ++task.full;
    if (result.verdict == Verdict::kNotStarted) ++task.untouched;
    sums_[task.slug] += result.points;
    return task;
  }

  void add_check(CheckStatistics& stats, const CheckResult& c) {
    stats.claim = c.claim;
    stats.out_of = c.out_of;
    if (was_tried(c.verdict)) ++stats.tried;
    if (c.verdict == Verdict::kPassed) ++stats.passed;
    sums_[c.slug] += c.points;
  }

  void fill_histogram() {
    // Bars of whole points.
    const Points width = std::max(1, (stats_.out_of + 100 * kBars - 1) / (100 * kBars)) * 100;
    for (Points from = 0; from < stats_.out_of; from += width) stats_.histogram.push_back({from});
    stats_.histogram.push_back({stats_.out_of});
    for (const Points p : points_) {
      const auto after = std::upper_bound(stats_.histogram.begin(), stats_.histogram.end(), p,
                                          [](Points x, const Bar& bar) { return x < bar.from; });
      ++std::prev(after)->students;
    }
  }

  LabStatistics stats_;
  std::vector<Points> points_;
  std::map<std::string, long> sums_;
};

/// Points that were lost by not knowing one thing.
struct Loss {
  std::string notes;
  std::string by;
  Points points = 0;
};

/// Why a student who wrote an exercise did not get all of its points.
std::vector<Loss> losses_of(const ExerciseResult& e) {
  if (e.points == e.out_of) return {};
  if (!e.finding.mistake.empty()) {
    return {{e.finding.notes, e.finding.says, e.out_of - e.points}};
  }
  std::vector<Loss> losses;
  Points unexplained = e.out_of - e.points;
  for (const CheckResult& c : e.checks) {
    if (!is_failure(c)) continue;
    const std::string anchor(loop::anchor_of(c.slug));
    losses.push_back({anchor.empty() ? e.notes : anchor, c.claim, c.out_of - c.points});
    unexplained -= losses.back().points;
  }
  // Checks that would pass pay nothing as long as values are wrong, which is what fails first.
  if (!losses.empty()) losses.front().points += unexplained;
  return losses;
}

class Ideas {
 public:
  void add(const Results& results, std::size_t student) {
    for (const LabResult& lab : results.labs) {
      for (const ExerciseResult& e : lab.exercises) {
        for (const Loss& loss : losses_of(e)) {
          Cost& cost = costs_[loss.notes];
          cost.by[loss.by] += loss.points;
          cost.students.insert(student);
        }
      }
    }
  }

  [[nodiscard]] std::vector<Idea> take() const {
    std::vector<Idea> ideas;
    for (const auto& [notes, cost] : costs_) {
      Idea& idea = ideas.emplace_back();
      idea.notes = notes;
      idea.students = cost.students.size();
      Points most = 0;
      for (const auto& [by, points] : cost.by) {
        idea.lost += points;
        if (points > most) {
          most = points;
          idea.example = by;
        }
      }
    }
    std::stable_sort(ideas.begin(), ideas.end(),
                     [](const Idea& a, const Idea& b) { return a.lost > b.lost; });
    return ideas;
  }

 private:
  struct Cost {
    std::map<std::string, Points> by;
    std::set<std::size_t> students;
  };
  std::map<std::string, Cost> costs_;
};

void add_mistakes(std::vector<MistakeStatistics>& mistakes, const Results& results) {
  for (const LabResult& lab : results.labs) {
    for (const ExerciseResult& e : lab.exercises) {
      if (e.finding.mistake.empty()) continue;
      const auto found =
          std::find_if(mistakes.begin(), mistakes.end(),
                       [&](const MistakeStatistics& m) { return m.slug == e.finding.mistake; });
      if (found != mistakes.end()) {
        ++found->students;
      } else {
        mistakes.push_back({e.finding.mistake, e.finding.says, e.finding.notes, 1});
      }
    }
  }
}

std::vector<TimeStatistics> times_of(const Run& run) {
  std::map<std::string, std::vector<double>> seconds;
  for (const auto& [hash, graded] : run.submissions) {
    for (const Timing& t : graded.timings) seconds[t.what].push_back(t.seconds);
  }
  std::vector<TimeStatistics> times;
  for (auto& [what, all] : seconds) {
    const double median = median_of(all);
    times.push_back({what, median, all.back()});
  }
  std::stable_sort(times.begin(), times.end(), [](const auto& a, const auto& b) {
    return std::pair(a.longest, a.median) > std::pair(b.longest, b.median);
  });
  return times;
}

std::vector<SameFiles> same_files(const Run& run) {
  std::map<std::pair<std::string, std::string>, SameFiles> groups;
  for (std::size_t i = 0; i < run.students.size(); ++i) {
    const Results* results = results_of(run, run.students[i]);
    if (results == nullptr) continue;
    for (const auto& [name, hash] : run.submissions.at(run.students[i].submission).labs) {
      const LabResult* lab = results == nullptr ? nullptr : results->lab(name);
      if (lab == nullptr) continue;
      SameFiles& group = groups[{name, hash}];
      group.lab = name;
      group.students.push_back(i);
      group.exercises = lab->exercises.size();
      group.written = static_cast<std::size_t>(
          std::count_if(lab->exercises.begin(), lab->exercises.end(),
                        [](const ExerciseResult& e) { return e.verdict != Verdict::kNotStarted; }));
    }
  }
  std::vector<SameFiles> same;
  for (auto& [key, group] : groups) {
    if (group.students.size() > 1 && group.written > 0) same.push_back(std::move(group));
  }
  std::stable_sort(same.begin(), same.end(), [](const SameFiles& a, const SameFiles& b) {
    return a.students.size() > b.students.size();
  });
  return same;
}

/// What all marks should rest on alike. Processors may differ.
std::vector<std::string> differences_in(const Run& run) {
  std::map<std::string, std::set<std::string>> values;
  for (const auto& [hash, graded] : run.submissions) {
    if (!graded.results) continue;
    const Fingerprint& f = graded.results->fingerprint;
    values["version of Gradus"].insert(f.harness);
    values["compiler"].insert(f.compiler);
    values["flags"].insert(f.flags);
    values["processor level"].insert(f.arch);
    values["isolation"].insert(f.isolation);
    values["seed"].insert(f.seed);
    for (const LabResult& lab : graded.results->labs) {
      // Where the run did not take place no data was looked at.
      if (!lab.mnist || lab.mnist->data.empty()) continue;
      values["data of " + lab.mnist->slug].insert(lab.mnist->data);
    }
  }
  std::vector<std::string> differing;
  for (const auto& [what, all] : values) {
    if (all.size() > 1) differing.push_back(what);
  }
  return differing;
}

}  // namespace

double CheckStatistics::share_passed() const {
  return share_of(static_cast<double>(passed), static_cast<double>(tried));
}

bool CheckStatistics::is_suspect() const {
  return tried >= kEnough && 1.0 - share_passed() > kSuspectShare;
}

double TaskStatistics::share() const { return share_of(mean, out_of); }

Statistics statistics_of(const Run& run) {
  Statistics stats;
  std::map<std::string, Counter> counters;
  Ideas ideas;
  stats.students = run.students.size();
  for (std::size_t i = 0; i < run.students.size(); ++i) {
    const State state = state_of(run, run.students[i]);
    if (state != State::kNothingHandedIn) ++stats.handed_in;
    if (state == State::kNotGradedYet) ++stats.waiting;
    if (state == State::kHeldBack) stats.held_back.push_back(i);
    if (state != State::kGraded) continue;
    const Results& results = *results_of(run, run.students[i]);
    for (const LabResult& lab : results.labs) counters[lab.name].add(lab);
    add_mistakes(stats.mistakes, results);
    ideas.add(results, i);
  }
  for (auto& [name, counter] : counters) stats.labs.push_back(counter.take());
  std::stable_sort(stats.mistakes.begin(), stats.mistakes.end(),
                   [](const auto& a, const auto& b) { return a.students > b.students; });
  stats.ideas = ideas.take();
  stats.times = times_of(run);
  stats.same_files = same_files(run);
  stats.differences = differences_in(run);
  return stats;
}

}  // namespace gradus::pages

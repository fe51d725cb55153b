#include "pages/class_page.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "pages/embedded.hpp"
#include "pages/histogram.hpp"
#include "pages/roll.hpp"
#include "report/escape.hpp"
#include "report/words.hpp"
#include "web/document.hpp"
#include "web/svg.hpp"

namespace gradus::pages {
namespace {

using report::points_text;
using report::visible;
using web::data;
using web::object;

constexpr std::size_t kIdeas = 3;
constexpr std::size_t kMistakes = 10;
constexpr std::size_t kTimes = 8;

std::string count_text(std::size_t n, const std::string& one, const std::string& many) {
  return std::to_string(n) + " " + (n == 1 ? one : many);
}

std::string students_text(std::size_t n) { return count_text(n, "student", "students"); }

std::string percent_text(double share) { return std::to_string(std::lround(100.0 * share)) + " %"; }

std::string seconds_text(double seconds) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.1f s", seconds);
  return text.data();
}

data figure(const std::string& value, const std::string& what) {
  return object({{"value", value}, {"what", what}});
}

data figures(const Statistics& stats) {
  data all = web::list();
  all << figure(std::to_string(stats.students), "students");
  all << figure(std::to_string(stats.handed_in), "handed in");
  all << figure(std::to_string(stats.held_back.size()), "held back by our own fault");
  for (const LabStatistics& lab : stats.labs) {
    all << figure(points_text(lab.points.median),
                  "median of " + points_text(lab.out_of) + " in " + visible(lab.name));
  }
  return all;
}

/// What has to be known before any number is believed.
data warnings(const Run& run, const Statistics& stats) {
  data all = web::list();
  if (!run.finished) {
    all << object(
        {{"warning", "This run is not finished."},
         {"because", std::to_string(stats.waiting) + " of " + std::to_string(stats.handed_in) +
                         " students' work is not graded yet, and " +
                         std::to_string(stats.held_back.size()) +
                         " held back. The command that began it goes on with it."}});
  }
  if (!stats.differences.empty()) {
    std::string what;
    for (const std::string& d : stats.differences) what += (what.empty() ? "" : ", ") + visible(d);
    all << object({{"warning", "Not all marks rest on the same."},
                   {"because", "These differ between submissions: " + what +
                                   ". Do not compare such marks; grade everybody again."}});
  }
  return all;
}

data held_back(const Run& run, const Statistics& stats) {
  data all = web::list();
  for (const std::size_t i : stats.held_back) {
    const gradebook::HandIn& student = run.students[i];
    all << object({{"held_id", visible(student.student.id)},
                   {"held_name", visible(student.student.name)},
                   {"held_why", visible(run.submissions.at(student.submission).failure)}});
  }
  return all;
}

data histogram(const LabStatistics& lab) {
  data rows = web::list();
  for (std::size_t i = 0; i < lab.histogram.size(); ++i) {
    const std::string from = points_text(lab.histogram[i].from);
    const bool last = i + 1 == lab.histogram.size();
    rows << object(
        {{"range", last ? from : from + " to below " + points_text(lab.histogram[i + 1].from)},
         {"count", std::to_string(lab.histogram[i].students)}});
  }
  return rows;
}

data check_rows(const TaskStatistics& task) {
  data all = web::list();
  for (const CheckStatistics& c : task.checks) {
    data row = object({{"check_slug", visible(c.slug)},
                       {"claim", visible(c.claim)},
                       {"share", c.tried == 0 ? "\u2013" : percent_text(c.share_passed())},
                       {"of", std::to_string(c.passed) + " of " + std::to_string(c.tried)},
                       {"mean", points_text(c.mean)},
                       {"check_out_of", points_text(c.out_of)}});
    row.set("suspect", c.is_suspect());
    all << row;
  }
  return all;
}

data difficulty(const LabStatistics& lab, const Notes& notes) {
  std::vector<TaskStatistics> tasks = lab.tasks;
  std::stable_sort(tasks.begin(), tasks.end(),
                   [](const auto& a, const auto& b) { return a.share() < b.share(); });
  data all = web::list();
  for (const TaskStatistics& task : tasks) {
    data d = object({{"task_title", visible(task.title)},
                     {"task_share", percent_text(task.share())},
                     {"bar", web::svg::bar(task.share())},
                     {"task_mean", points_text(task.mean)},
                     {"task_out_of", points_text(task.out_of)},
                     {"task_full", students_text(task.full)},
                     {"task_untouched", students_text(task.untouched)}});
    d.set("is_exercise", !task.checks.empty());
    d.set("checks", check_rows(task));
    d.set("task_notes", link_to_exercise(notes, task.slug, task.title));
    all << d;
  }
  return all;
}

data labs(const Statistics& stats, const Notes& notes) {
  data all = web::list();
  for (const LabStatistics& lab : stats.labs) {
    data d =
        object({{"lab", visible(lab.name)},
                {"lab_title", visible(lab.title)},
                {"chart", histogram_svg(lab)},
                {"summary", students_text(lab.students) + ", mean " + points_text(lab.points.mean) +
                                ", median " + points_text(lab.points.median) + " of " +
                                points_text(lab.out_of) + "; " + students_text(lab.full) +
                                " with all points."}});
    d.set("ranges", histogram(lab));
    d.set("tasks", difficulty(lab, notes));
    all << d;
  }
  return all;
}

data ideas(const Statistics& stats, const Notes& notes) {
  data all = web::list();
  for (std::size_t i = 0; i < std::min(kIdeas, stats.ideas.size()); ++i) {
    const Idea& idea = stats.ideas[i];
    all << object({{"rank", std::to_string(i + 1)},
                   {"idea", visible(title_of(notes, idea.notes))},
                   {"lost", points_text(idea.lost) + (idea.lost == 100 ? " point" : " points")},
                   {"losers", students_text(idea.students)},
                   {"example", visible(idea.example)},
                   {"idea_notes", link_to_pitfall(notes, idea.notes)}});
  }
  return all;
}

data mistakes(const Statistics& stats, const Notes& notes) {
  data all = web::list();
  for (std::size_t i = 0; i < std::min(kMistakes, stats.mistakes.size()); ++i) {
    const MistakeStatistics& m = stats.mistakes[i];
    const double share =
        static_cast<double>(m.students) / static_cast<double>(stats.mistakes.front().students);
    all << object({{"mistake", visible(m.slug)},
                   {"mistake_says", visible(m.says)},
                   {"mistake_notes", link_to_pitfall(notes, m.notes)},
                   {"mistake_bar", web::svg::bar(share)},
                   {"mistake_count", students_text(m.students)}});
  }
  return all;
}

data suspects(const Statistics& stats) {
  std::vector<const CheckStatistics*> checks;
  for (const LabStatistics& lab : stats.labs) {
    for (const TaskStatistics& task : lab.tasks) {
      for (const CheckStatistics& c : task.checks) {
        if (c.is_suspect()) checks.push_back(&c);
      }
    }
  }
  std::stable_sort(checks.begin(), checks.end(), [](const auto* a, const auto* b) {
    return a->share_passed() < b->share_passed();
  });
  data all = web::list();
  for (const CheckStatistics* c : checks) {
    all << object({{"suspect_slug", visible(c->slug)},
                   {"suspect_claim", visible(c->claim)},
                   {"suspect_failed",
                    std::to_string(c->tried - c->passed) + " of " + std::to_string(c->tried)},
                   {"suspect_share", percent_text(1.0 - c->share_passed())}});
  }
  return all;
}

data times(const Statistics& stats) {
  data all = web::list();
  for (std::size_t i = 0; i < std::min(kTimes, stats.times.size()); ++i) {
    const TimeStatistics& t = stats.times[i];
    all << object({{"time_what", visible(t.what)},
                   {"time_median", seconds_text(t.median)},
                   {"time_longest", seconds_text(t.longest)}});
  }
  return all;
}

data same_files(const Run& run, const Statistics& stats) {
  data all = web::list();
  for (const SameFiles& same : stats.same_files) {
    data students = web::list();
    for (const std::size_t i : same.students) {
      const roster::Student& s = run.students[i].student;
      students << object({{"same_page", student_file(s.id)},
                          {"same_name", visible(s.name.empty() ? s.id : s.name)}});
    }
    data d = object({{"same_lab", visible(same.lab)},
                     {"same_count", std::to_string(same.students.size())},
                     {"same_written", std::to_string(same.written) + " of " +
                                          count_text(same.exercises, "exercise", "exercises")}});
    d.set("same_students", students);
    all << d;
  }
  return all;
}

/// What the first report says of how all were made.
std::string made_with(const Run& run) {
  for (const auto& [hash, graded] : run.submissions) {
    if (!graded.results) continue;
    const Fingerprint& f = graded.results->fingerprint;
    return "Gradus " + visible(f.harness) + " \u00b7 " + visible(f.compiler) +
           " \u00b7 isolation " + visible(f.isolation);
  }
  return "nothing is graded yet";
}

void set_list(data& page, const std::string& name, const data& list) {
  page.set("has_" + name, list.is_non_empty_list());
  page.set(name, list);
}

}  // namespace

std::string student_file(const std::string& id) { return "students/" + id + ".html"; }

std::string class_page(const Run& run, const Statistics& stats, const Notes& notes,
                       const std::string& made) {
  std::string lab_names;
  for (const std::string& lab : run.labs) lab_names += (lab_names.empty() ? "" : " and ") + lab;
  data page = object({{"title", visible(lab_names) + ", the whole class"},
                      {"made", made},
                      {"made_with", made_with(run)}});
  page.set("figures", figures(stats));
  page.set("warnings", warnings(run, stats));
  set_list(page, "held", held_back(run, stats));
  set_list(page, "labs", labs(stats, notes));
  set_list(page, "ideas", ideas(stats, notes));
  set_list(page, "mistakes", mistakes(stats, notes));
  set_list(page, "suspects", suspects(stats));
  set_list(page, "times", times(stats));
  set_list(page, "same", same_files(run, stats));
  page.set("has_students", !run.students.empty());
  page.set("roll", roll(run, stats));
  return web::render({"class.mustache", kClassTemplate, kClassStyle, kClassScript}, page);
}

}  // namespace gradus::pages

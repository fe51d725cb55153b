#include "pages/student_page.hpp"

#include <algorithm>

#include "pages/embedded.hpp"
#include "pages/task.hpp"
#include "report/escape.hpp"
#include "report/words.hpp"
#include "web/document.hpp"

namespace gradus::pages {
namespace {

using report::points_text;
using report::visible;
using web::data;
using web::object;

data figure(const std::string& value, const std::string& of, const std::string& what) {
  data d = object({{"value", value}, {"what", what}});
  if (!of.empty()) d.set("of", of);
  return d;
}

/// "tp1 and tp2".
std::string joined(const std::vector<std::string>& labs) {
  std::string names;
  for (const std::string& lab : labs) names += (names.empty() ? "" : " and ") + lab;
  return visible(names);
}

data figures(const Results& results) {
  data all = web::list();
  std::size_t full = 0;
  std::size_t exercises = 0;
  std::size_t passed = 0;
  std::size_t checks = 0;
  for (const LabResult& lab : results.labs) {
    all << figure(points_text(lab.points), points_text(lab.out_of),
                  "points in " + visible(lab.name));
    for (const ExerciseResult& e : lab.exercises) {
      ++exercises;
      if (e.points == e.out_of) ++full;
      for (const CheckResult& c : e.checks) {
        ++checks;
        if (c.verdict == Verdict::kPassed) ++passed;
      }
    }
  }
  all << figure(std::to_string(full), std::to_string(exercises), "exercises with all points");
  all << figure(std::to_string(passed), std::to_string(checks), "checks passed");
  return all;
}

/// "+13.5", "-2", "0".
std::string change_text(Points change) {
  if (change == 0) return "0";
  return (change < 0 ? "\u2212" : "+") + points_text(std::abs(change));
}

data marks(const std::vector<MarkLines>& all_marks) {
  data all = web::list();
  int number = 0;
  for (const MarkLines& m : all_marks) {
    data d = object(
        {{"number", std::to_string(++number)}, {"lab", visible(m.lab)}, {"mark", visible(m.mark)}});
    data lines = web::list();
    for (const auto& [says, change] : m.lines) {
      lines << object({{"says", visible(says)}, {"change", change_text(change)}});
    }
    d.set("lines", lines);
    all << d;
  }
  return all;
}

/// The started exercise in which most points are left; if there is none, the first that is not.
const ExerciseResult* next_of(const Results& results) {
  const ExerciseResult* next = nullptr;
  const auto left = [](const ExerciseResult& e) {
    return std::pair(e.verdict != Verdict::kNotStarted, e.out_of - e.points);
  };
  for (const LabResult& lab : results.labs) {
    for (const ExerciseResult& e : lab.exercises) {
      if (e.points == e.out_of || e.verdict == Verdict::kHarnessError) continue;
      if (next == nullptr || left(e) > left(*next)) next = &e;
    }
  }
  return next;
}

void add_next(data& page, const Results& results) {
  const ExerciseResult* e = next_of(results);
  if (e == nullptr) return;
  page.set("next", visible(e->slug));
  page.set("next_title", visible(e->title));
  page.set("next_left", points_text(e->out_of - e->points) + " of its " + points_text(e->out_of) +
                            " points are left (" + std::string(report::words(e->verdict)) + ").");
  page.set("next_says", visible(e->finding.says));
}

data labs(const Results& results, const Notes& notes) {
  data all = web::list();
  for (const LabResult& lab : results.labs) {
    data d = object({{"lab", visible(lab.name)},
                     {"lab_name", visible(lab.name)},
                     {"lab_title", visible(lab.title)},
                     {"lab_points", points_text(lab.points)},
                     {"lab_out_of", points_text(lab.out_of)}});
    data tasks = web::list();
    for (const ExerciseResult& e : lab.exercises) tasks << task_data(e, notes);
    if (lab.mnist) tasks << task_data(*lab.mnist);
    d.set("tasks", tasks);
    all << d;
  }
  return all;
}

data fingerprint(const Fingerprint& f) {
  data all = web::list();
  for (const auto& [name, value] :
       std::initializer_list<std::pair<const char*, std::string>>{{"Your files", f.submission},
                                                                  {"Gradus", f.harness},
                                                                  {"Compiler", f.compiler},
                                                                  {"Flags", f.flags},
                                                                  {"Processor level", f.arch},
                                                                  {"Processor", f.cpu},
                                                                  {"Isolation", f.isolation},
                                                                  {"Seed", f.seed}}) {
    all << object({{"name", name}, {"value", visible(value)}});
  }
  return all;
}

/// What there is to say in place of results.
void add_state(data& page, State state) {
  switch (state) {
    case State::kNothingHandedIn:
      page.set("waiting", "Nothing was handed in.");
      page.set("explained",
               "No file of yours that could be graded has arrived. If you did hand something in, "
               "tell your teachers now.");
      break;
    case State::kNotGradedYet:
      page.set("waiting", "Your work has arrived, and is not graded yet.");
      page.set("explained", "");
      break;
    case State::kHeldBack:
      page.set("waiting", "Your work has arrived, and the grader failed on it.");
      page.set("explained",
               "That is our fault and costs you nothing. Your mark is held back until it has been "
               "graded properly.");
      break;
    case State::kGraded:
      break;
  }
  page.set("tone", state == State::kNothingHandedIn ? "bad" : "mild");
}

data remarks(const StudentReport& report) {
  std::vector<std::string> all = report.remarks;
  if (report.results != nullptr) {
    for (const std::string& says : report.results->remarks) {
      if (std::find(all.begin(), all.end(), says) == all.end()) all.push_back(says);
    }
  }
  data list = web::list();
  for (const std::string& says : all) list << object({{"says", visible(says)}});
  return list;
}

}  // namespace

std::string student_page(const StudentReport& report, const Notes& notes) {
  const std::string who = visible(report.name.empty() ? report.id : report.name);
  const bool graded = report.state == State::kGraded;
  data page = object({{"who", who}, {"id", visible(report.id)}});
  page.set("title", "Graded work of " + who);
  page.set("labs", joined(report.labs));
  page.set("unfinished", !report.run_finished);
  add_state(page, report.state);
  const data said = remarks(report);
  page.set("has_remarks", said.is_non_empty_list());
  page.set("remarks", said);
  page.set("has_marks", !report.marks.empty());
  page.set("marks", marks(report.marks));
  page.set("raw_points", graded && report.marks.empty());
  page.set("has_figures", graded);
  page.set("has_fingerprint", graded);
  if (graded) {
    page.set("figures", figures(*report.results));
    add_next(page, *report.results);
    page.set("graded", labs(*report.results, notes));
    page.set("fingerprint", fingerprint(report.results->fingerprint));
  }
  return web::render({"student.mustache", kStudentTemplate, kStudentStyle, {}}, page);
}

StudentReport report_for(const Run& run, const gradebook::HandIn& student) {
  StudentReport report;
  report.id = student.student.id;
  report.name = student.student.name;
  report.labs = run.labs;
  report.state = state_of(run, student);
  report.run_finished = run.finished;
  report.results = results_of(run, student);
  report.remarks = student.remarks;
  return report;
}

}  // namespace gradus::pages

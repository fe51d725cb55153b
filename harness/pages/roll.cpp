#include "pages/roll.hpp"

#include <algorithm>

#include "pages/class_page.hpp"
#include "report/escape.hpp"
#include "report/words.hpp"
#include "web/svg.hpp"

namespace gradus::pages {
namespace {

using report::points_text;
using report::visible;
using web::data;
using web::object;
using web::svg::text;

constexpr int kCell = 18;

/// One exercise of one student; shapes differ, and not colours alone.
struct Part {
  const char* shape;  ///< id of a symbol of class.mustache
  std::string says;
};

template <typename Result>
Part part(const Result& result) {
  const std::string says = result.title + ": " + points_text(result.points) + " / " +
                           points_text(result.out_of) + ", " +
                           std::string(report::words(result.verdict));
  if (result.points == result.out_of) return {"full", says};
  if (result.points > 0) return {"some", says};
  return {result.verdict == Verdict::kNotStarted ? "untouched" : "none", says};
}

std::vector<Part> parts_of(const LabResult& lab) {
  std::vector<Part> parts;
  for (const ExerciseResult& e : lab.exercises) parts.push_back(part(e));
  if (lab.mnist) parts.push_back(part(*lab.mnist));
  return parts;
}

/// A lab at a glance: a sign for each of its parts.
std::string strip(const LabResult& lab) {
  const std::vector<Part> parts = parts_of(lab);
  const auto full = std::count_if(parts.begin(), parts.end(), [](const Part& p) {
    return std::string_view(p.shape) == "full";
  });
  const std::string width = std::to_string(kCell * parts.size());
  std::string out = "<svg class=\"strip\" width=\"" + width + "\" height=\"16\" viewBox=\"0 0 " +
                    width + " 16\" role=\"img\" aria-label=\"" + text(lab.name) + ": " +
                    std::to_string(full) + " of " + std::to_string(parts.size()) +
                    " parts with all points\">";
  for (std::size_t i = 0; i < parts.size(); ++i) {
    out += "<use href=\"#" + std::string(parts[i].shape) + "\" x=\"" + std::to_string(kCell * i) +
           "\"><title>" + text(parts[i].says) + "</title></use>";
  }
  return out + "</svg>";
}

data cells(const Results* results, const Statistics& stats) {
  data all = web::list();
  for (const LabStatistics& lab : stats.labs) {
    const LabResult* result = results == nullptr ? nullptr : results->lab(lab.name);
    data cell = object({{"cell_points", result != nullptr ? points_text(result->points) : "\u2013"},
                        {"cell_sort", result != nullptr ? std::to_string(result->points) : "-1"},
                        {"cell_strip", result != nullptr ? strip(*result) : ""}});
    all << cell;
  }
  return all;
}

std::string remark_on(State state) {
  switch (state) {
    case State::kNothingHandedIn:
      return "nothing handed in";
    case State::kNotGradedYet:
      return "not graded yet";
    case State::kHeldBack:
      return "held back by our own fault";
    case State::kGraded:
      return {};
  }
  return {};
}

}  // namespace

data roll(const Run& run, const Statistics& stats) {
  data heads = web::list();
  for (const LabStatistics& lab : stats.labs) {
    std::string order;
    for (const TaskStatistics& task : lab.tasks) {
      order += (order.empty() ? "" : " \u00b7 ") + visible(task.title);
    }
    heads << object({{"head", visible(lab.name)},
                     {"head_out_of", points_text(lab.out_of)},
                     {"head_order", order}});
  }
  data rows = web::list();
  for (const gradebook::HandIn& hand_in : run.students) {
    const roster::Student& s = hand_in.student;
    data row = object({{"row_name", visible(s.name.empty() ? s.id : s.name)},
                       {"row_id", visible(s.id)},
                       {"row_section", visible(s.section)},
                       {"row_page", student_file(s.id)},
                       {"row_remark", remark_on(state_of(run, hand_in))}});
    row.set("cells", cells(results_of(run, hand_in), stats));
    rows << row;
  }
  data d = object({});
  d.set("heads", heads);
  d.set("rows", rows);
  return d;
}

}  // namespace gradus::pages

#include "classroom/summary.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <vector>

#include "report/escape.hpp"
#include "report/read.hpp"
#include "report/words.hpp"

namespace gradus::classroom {
namespace {

using gradebook::Gradebook;
using gradebook::HandIn;

std::string count(std::size_t n, const std::string& one, const std::string& many) {
  return std::to_string(n) + " " + (n == 1 ? one : many);
}

/// The value below which half of the sorted ones lie.
Points median(const std::vector<Points>& sorted) {
  const std::size_t middle = sorted.size() / 2;
  return sorted.size() % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

struct Marks {
  std::map<std::string, std::vector<Points>> by_lab;
  std::map<std::string, Points> out_of;
};

void add(Marks& marks, const Results& results) {
  for (const LabResult& lab : results.labs) {
    marks.by_lab[lab.name].push_back(lab.points);
    marks.out_of[lab.name] = lab.out_of;
  }
}

}  // namespace

std::string summary(const Gradebook& book) {
  const std::vector<HandIn> students = book.class_list();
  Marks marks;
  std::vector<std::string> held;
  std::size_t without = 0;
  for (const HandIn& hand_in : students) {
    if (hand_in.submission.empty()) {
      ++without;
      continue;
    }
    const auto outcome = book.outcome_of(hand_in.submission);
    if (outcome && outcome->results) {
      add(marks, report::read_results(*outcome->results));
    } else {
      held.push_back(report::visible(hand_in.student.id) + ": " +
                     report::visible(outcome ? outcome->failure : "not graded yet"));
    }
  }
  std::string text =
      count(students.size(), "student", "students") + ", " +
      std::to_string(students.size() - without) + " handed in, " +
      count(book.submissions().size(), "different submission", "different submissions") + "\n";
  for (auto& [lab, points] : marks.by_lab) {
    std::sort(points.begin(), points.end());
    const long sum = std::accumulate(points.begin(), points.end(), 0L);
    const auto mean = static_cast<Points>(sum / static_cast<long>(points.size()));
    text += "  " + lab + "  mean " + report::points_text(mean) + ", median " +
            report::points_text(median(points)) + ", from " + report::points_text(points.front()) +
            " to " + report::points_text(points.back()) + ", of " +
            report::points_text(marks.out_of[lab]) + "\n";
  }
  if (held.empty()) return text;
  text += "\nThe grader itself failed on " +
          count(held.size(), "student's work, whose mark is", "students' work, whose marks are") +
          " held back. Nobody loses a point by it. The same command tries again:\n";
  for (const std::string& line : held) text += "  " + line + "\n";
  return text;
}

bool holds_back(const Gradebook& book) { return !book.ungraded().empty(); }

}  // namespace gradus::classroom

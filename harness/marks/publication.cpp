#include "marks/publication.hpp"

#include <algorithm>
#include <sstream>

#include "marks/error.hpp"
#include "marks/neutral.hpp"
#include "report/escape.hpp"
#include "report/read.hpp"
#include "table/encoding.hpp"
#include "table/error.hpp"

namespace gradus::marks {
namespace {

using gradebook::Gradebook;
using gradebook::Publication;

std::vector<std::string> ids(const Run& run) {
  std::vector<std::string> all;
  for (const auto& hand_in : run.class_list) all.push_back(hand_in.student.id);
  return all;
}

std::string decoded(const std::string& text, const std::string& name) {
  try {
    return table::decode(text).text;
  } catch (const table::TableError& e) {
    throw MarksError(report::visible(name) + ": " + e.what());
  }
}

Sources sources_of(const Publication& publication) {
  Sources sources;
  sources.late = publication.late;
  sources.overrides = publication.overrides;
  sources.earlier = publication.earlier;
  return sources;
}

Run run_of(const Gradebook& book, const Publication& publication) {
  return read_run(book, {publication.held.begin(), publication.held.end()});
}

/// Submissions of which the grader failed.
std::vector<std::string> held_in(const Gradebook& book) {
  std::vector<std::string> held = book.ungraded();
  const auto waiting = std::count_if(held.begin(), held.end(), [&](const std::string& hash) {
    return !book.outcome_of(hash).has_value();
  });
  if (waiting > 0) {
    throw MarksError("the run has not come to its end: " + std::to_string(waiting) + " of " +
                     std::to_string(book.submissions().size()) +
                     " submissions are not graded yet. Let gradus grade go on with it first.");
  }
  return held;
}

/// The first line in which two texts differ.
std::string difference(const std::string& kept, const std::string& now) {
  std::istringstream kept_lines(kept);
  std::istringstream now_lines(now);
  for (int number = 1;; ++number) {
    std::string a;
    std::string b;
    const bool more_kept = static_cast<bool>(std::getline(kept_lines, a));
    const bool more_now = static_cast<bool>(std::getline(now_lines, b));
    if (a == b && more_kept && more_now) continue;
    return "from line " + std::to_string(number) + "\n  published: " + report::visible(a) +
           "\n  made anew: " + report::visible(b);
  }
}

std::string complaint(const Gradebook& book, const Publication& publication) {
  const std::string which = "The marks of publication " + std::to_string(publication.number);
  try {
    const Run run = run_of(book, publication);
    const std::string csv = marks_csv(run, marks(run, sources_of(publication)));
    if (csv == publication.marks) return {};
    return which + " come out otherwise, " + difference(publication.marks, csv);
  } catch (const std::exception& e) {
    return which + " cannot be made anew: " + e.what();
  }
}

std::vector<std::string> mixed_up_reports(const Gradebook& book) {
  std::vector<std::string> complaints;
  for (const std::string& hash : book.submissions()) {
    const auto outcome = book.outcome_of(hash);
    if (!outcome || !outcome->results) continue;
    try {
      const Results results = report::read_results(*outcome->results);
      if (results.fingerprint.submission == hash) continue;
      complaints.push_back("The report of submission " + hash + " is about other files.");
    } catch (const std::exception& e) {
      complaints.push_back("The report of submission " + hash + " cannot be read: " + e.what());
    }
  }
  return complaints;
}

}  // namespace

Run read_run(const Gradebook& book, const std::set<std::string>& held) {
  Run run{book.begun_at(), book.terms(), book.class_list(), {}};
  for (const std::string& hash : book.submissions()) {
    const auto outcome = book.outcome_of(hash);
    if (held.count(hash) > 0 || !outcome || !outcome->results) continue;
    run.results.emplace(hash, report::read_results(*outcome->results));
  }
  return run;
}

std::vector<StudentMarks> marks(const Run& run, const Sources& sources) {
  const std::vector<std::string> students = ids(run);
  EarlierMarks earlier;
  if (!sources.earlier.empty()) earlier = read_marks_csv(sources.earlier);
  return marks(run,
               parse_late(decoded(sources.late, sources.late_name), sources.late_name, students),
               parse_overrides(decoded(sources.overrides, sources.overrides_name),
                               sources.overrides_name, students),
               earlier);
}

Publication publish(Gradebook& book, const Sources& sources) {
  Publication publication;
  publication.held = held_in(book);
  publication.late = decoded(sources.late, sources.late_name);
  publication.overrides = decoded(sources.overrides, sources.overrides_name);
  publication.earlier = sources.earlier;
  const Run run = run_of(book, publication);
  publication.marks = marks_csv(run, marks(run, sources));
  return book.publish(publication);
}

std::vector<StudentMarks> published_marks(const Gradebook& book) {
  const std::vector<Publication> publications = book.publications();
  if (publications.empty()) {
    throw MarksError("The marks of this run were not published yet: gradus publish comes first.");
  }
  const Run run = run_of(book, publications.back());
  return marks(run, sources_of(publications.back()));
}

std::vector<std::string> audit(const Gradebook& book) {
  std::vector<std::string> complaints = book.altered();
  const std::vector<std::string> mixed_up = mixed_up_reports(book);
  complaints.insert(complaints.end(), mixed_up.begin(), mixed_up.end());
  for (const Publication& publication : book.publications()) {
    const std::string found = complaint(book, publication);
    if (!found.empty()) complaints.push_back(found);
  }
  return complaints;
}

}  // namespace gradus::marks

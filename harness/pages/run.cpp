#include "pages/run.hpp"

#include <exception>

#include "mnist/sha256.hpp"
#include "report/read.hpp"

namespace gradus::pages {
namespace {

using gradebook::Gradebook;
using gradebook::HandIn;

std::map<std::string, std::string> hashes_by_lab(const gradebook::Files& files) {
  std::map<std::string, std::string> listings;
  for (const auto& [path, text] : files) {
    listings[path.substr(0, path.find('/'))] += path + " " + mnist::sha256(text) + "\n";
  }
  for (auto& [lab, listing] : listings) listing = mnist::sha256(listing);
  return listings;
}

Graded graded(const Gradebook& book, const std::string& submission) {
  Graded graded;
  graded.labs = hashes_by_lab(book.files_of(submission));
  const auto outcome = book.outcome_of(submission);
  if (!outcome) return graded;
  graded.failure = outcome->failure;
  if (!outcome->results) return graded;
  Results results = report::read_results(*outcome->results);
  if (results.harness_failed()) {
    graded.failure = "a part of it could not be judged";
    return graded;
  }
  graded.results = std::move(results);
  try {
    graded.timings = report::read_timings(outcome->timings);
  } catch (const std::exception&) {
    // No mark rests on how long something took.
    graded.timings.clear();
  }
  return graded;
}

}  // namespace

State state_of(const Run& run, const HandIn& student) {
  if (student.submission.empty()) return State::kNothingHandedIn;
  const Graded& graded = run.submissions.at(student.submission);
  if (graded.results) return State::kGraded;
  return graded.failure.empty() ? State::kNotGradedYet : State::kHeldBack;
}

const Results* results_of(const Run& run, const HandIn& student) {
  if (student.submission.empty()) return nullptr;
  const auto& results = run.submissions.at(student.submission).results;
  return results ? &*results : nullptr;
}

Run read_run(const Gradebook& book) {
  Run run;
  run.finished = book.is_finished();
  run.labs = book.terms().labs;
  run.students = book.class_list();
  for (const std::string& submission : book.submissions()) {
    run.submissions[submission] = graded(book, submission);
  }
  return run;
}

}  // namespace gradus::pages

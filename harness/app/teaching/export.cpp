#include <algorithm>
#include <cstdio>

#include "app/archive.hpp"
#include "app/project.hpp"
#include "app/teaching/commands.hpp"
#include "app/teaching/run_folder.hpp"
#include "marks/canvas.hpp"
#include "marks/error.hpp"
#include "marks/moodle.hpp"
#include "marks/publication.hpp"
#include "marks/rows.hpp"
#include "marks/summary.hpp"
#include "report/json.hpp"
#include "report/read.hpp"
#include "report/terminal.hpp"

namespace gradus::app {
namespace {

using marks::StudentMarks;

std::string lab_of(const ExportOptions& options, const std::vector<std::string>& labs) {
  if (options.lab.empty() && labs.size() == 1) return labs.front();
  if (std::find(labs.begin(), labs.end(), options.lab) != labs.end()) return options.lab;
  std::string list;
  for (const std::string& lab : labs) list += " " + lab;
  throw UsageError("This run has marks in" + list + ". Say which to export with --lab.");
}

void print(const std::string& title, const std::vector<std::string>& lines) {
  std::printf("%zu %s\n", lines.size(), title.c_str());
  for (const std::string& line : lines) std::printf("  %s\n", line.c_str());
}

/// What a student is told: the mark, how it came about, and the report.
std::string feedback_text(const gradebook::Gradebook& book, const StudentMarks& of,
                          const std::string& lab) {
  std::string text = marks::explanation(marks::mark_in(of, lab));
  const auto outcome = book.outcome_of(of.submission);
  if (outcome && outcome->results) {
    Results results = report::read_results(*outcome->results);
    std::erase_if(results.labs, [&](const LabResult& l) { return l.name != lab; });
    text += "\n" + report::terminal(results, {});
  }
  return text;
}

int export_table(const ExportOptions& options, const marks::Filled& filled) {
  print("changes", filled.changes);
  print("left as they were", filled.left);
  report::write_atomically(options.out, filled.bytes);
  std::printf("\nThe file to upload is %s\n", options.out.c_str());
  return kFullMarks;
}

int export_feedback(const ExportOptions& options, const marks::Feedback& feedback) {
  print("students get no file", feedback.left);
  write_zip(options.out, feedback.files);
  std::printf(
      "\n%s holds files for %zu students. Upload it in Moodle with \"Upload multiple\n"
      "feedback files in a zip\".\n",
      options.out.c_str(), feedback.files.size());
  return kFullMarks;
}

int export_to(const ExportOptions& options) {
  const gradebook::Gradebook book = open_run(options.run);
  const std::vector<StudentMarks> all = marks::published_marks(book);
  if (options.format == "csv") {
    report::write_atomically(options.out, book.publications().back().marks);
    return kFullMarks;
  }
  const std::string lab = lab_of(options, book.terms().labs);
  if (options.in.empty()) {
    throw UsageError("Name the file of the platform that is to be filled in with --in.");
  }
  const std::string bytes = content_of(options.in);
  if (options.format == "canvas") {
    return export_table(options, marks::fill_canvas(bytes, all, lab, options.column));
  }
  if (options.format == "moodle") {
    marks::WorksheetOptions how{options.column, options.decimal_sign.front(), {}};
    if (options.comments) {
      how.comment = [&](const StudentMarks& of) {
        return marks::explanation(marks::mark_in(of, lab));
      };
    }
    return export_table(options, marks::fill_worksheet(bytes, all, lab, how));
  }
  return export_feedback(options, marks::moodle_feedback(bytes, all, lab, "gradus-" + lab + ".txt",
                                                         [&](const StudentMarks& of) {
                                                           return feedback_text(book, of, lab);
                                                         }));
}

}  // namespace

int export_marks(const ExportOptions& options) {
  try {
    return export_to(options);
  } catch (const marks::MarksError& e) {
    if (options.in.empty()) throw;
    throw marks::MarksError(options.in.string() + ": " + e.what());
  }
}

}  // namespace gradus::app

#include <cstdio>
#include <map>

#include "app/progress.hpp"
#include "app/project.hpp"
#include "app/teaching/commands.hpp"
#include "app/teaching/run_folder.hpp"
#include "loop/pitfalls.hpp"
#include "marks/publication.hpp"
#include "marks/summary.hpp"
#include "pages/class_page.hpp"
#include "pages/folder.hpp"
#include "pages/run.hpp"
#include "pages/statistics.hpp"
#include "pages/student_page.hpp"
#include "report/escape.hpp"
#include "roster/columns.hpp"

namespace gradus::app {
namespace {

pages::Notes notes_at(std::string url) {
  if (!url.empty() && !url.starts_with("https://") && !url.starts_with("http://")) {
    throw UsageError(
        "--notes takes the address of the course notes, which begins with https:// "
        "or http://");
  }
  while (url.ends_with('/')) url.pop_back();
  return {url, loop::pitfall_titles(pitfalls_page())};
}

/// A student's page bears the student's id.
void expect_file_name(const std::string& id) {
  if (roster::is_valid_id(id)) return;
  throw UsageError("The gradebook has a student '" + report::visible(id) +
                   "', after whom no file can be named: somebody has changed it by hand.");
}

/// How each student's published marks came about, by id; nothing as long as none are out.
std::map<std::string, std::vector<pages::MarkLines>> published_lines(
    const gradebook::Gradebook& book) {
  std::map<std::string, std::vector<pages::MarkLines>> by_student;
  if (book.publications().empty()) return by_student;
  for (const marks::StudentMarks& of : marks::published_marks(book)) {
    for (const marks::LabMark& m : of.labs) {
      pages::MarkLines lines{m.lab, marks::mark_text(m), {}};
      for (const marks::Line& line : m.lines) lines.lines.emplace_back(line.says, line.change);
      by_student[of.student.id].push_back(std::move(lines));
    }
  }
  return by_student;
}

pages::StudentReport report_of(
    const pages::Run& run, const gradebook::HandIn& student,
    const std::map<std::string, std::vector<pages::MarkLines>>& published) {
  pages::StudentReport report = pages::report_for(run, student);
  const auto lines = published.find(student.student.id);
  if (lines != published.end()) report.marks = lines->second;
  return report;
}

}  // namespace

int pages(const PagesOptions& options) {
  const pages::Notes notes = notes_at(options.notes);
  pages::Folder folder(options.out);
  Progress progress;
  progress.show("reading the run ...");
  const gradebook::Gradebook book = open_run(options.run);
  const pages::Run run = pages::read_run(book);
  const auto published = published_lines(book);
  progress.show("writing " + std::to_string(run.students.size()) + " pages ...");
  for (const gradebook::HandIn& student : run.students) {
    expect_file_name(student.student.id);
    folder.write(pages::student_file(student.student.id),
                 pages::student_page(report_of(run, student, published), notes));
  }
  folder.write("index.html",
               pages::class_page(run, pages::statistics_of(run), notes, this_minute()));
  folder.take_its_place();
  progress.clear();
  if (!run.finished) std::puts("This run is not finished, and its pages say so.");
  std::printf("for you alone: %s\nfor students: %s\n", (options.out / "index.html").c_str(),
              (options.out / "students").c_str());
  return kFullMarks;
}

}  // namespace gradus::app

#include <cstdio>

#include "app/commands.hpp"
#include "app/progress.hpp"
#include "app/project.hpp"
#include "loop/pitfalls.hpp"
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

}  // namespace

int pages(const PagesOptions& options) {
  const pages::Notes notes = notes_at(options.notes);
  pages::Folder folder(options.out);
  Progress progress;
  progress.show("reading the run ...");
  const pages::Run run =
      pages::read_run(gradebook::Gradebook::open(options.run / "gradebook.sqlite"));
  progress.show("writing " + std::to_string(run.students.size()) + " pages ...");
  for (const gradebook::HandIn& student : run.students) {
    expect_file_name(student.student.id);
    folder.write(pages::student_file(student.student.id),
                 pages::student_page(pages::report_for(run, student), notes));
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

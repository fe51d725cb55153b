#include <cstdio>

#include "app/project.hpp"
#include "app/teaching/commands.hpp"
#include "app/teaching/run_folder.hpp"
#include "marks/publication.hpp"

namespace gradus::app {
namespace {

/// The number of the publication with these bytes; 0 if there is none.
int publication_of(const gradebook::Gradebook& book, const std::string& csv) {
  for (const gradebook::Publication& p : book.publications()) {
    if (p.marks == csv) return p.number;
  }
  return 0;
}

}  // namespace

int audit(const AuditOptions& options) {
  const gradebook::Gradebook book = open_run(options.run);
  const auto publications = book.publications();
  if (publications.empty()) {
    throw UsageError("No marks were published of " + options.run.string() +
                     ": there is nothing to audit.");
  }
  std::vector<std::string> complaints = marks::audit(book);
  if (!options.marks.empty()) {
    const int number = publication_of(book, content_of(options.marks));
    if (number == 0) {
      complaints.push_back(options.marks.string() + " is none of the files that were published.");
    } else {
      std::printf("%s is publication %d.\n", options.marks.c_str(), number);
    }
  }
  for (const std::string& complaint : complaints) std::printf("%s\n", complaint.c_str());
  if (!complaints.empty()) return kPointsLost;
  std::printf(
      "All is as it was: the files handed in, their reports, and %zu %s,\n"
      "made anew from the gradebook byte for byte.\n",
      publications.size(), publications.size() == 1 ? "publication" : "publications");
  return kFullMarks;
}

}  // namespace gradus::app

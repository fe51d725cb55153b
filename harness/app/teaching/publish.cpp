#include <algorithm>
#include <cstdio>

#include "app/project.hpp"
#include "app/teaching/commands.hpp"
#include "app/teaching/run_folder.hpp"
#include "marks/neutral.hpp"
#include "marks/publication.hpp"
#include "marks/summary.hpp"
#include "report/escape.hpp"
#include "report/json.hpp"
#include "report/words.hpp"

namespace gradus::app {
namespace {

namespace fs = std::filesystem;

std::string last_marks_of(const fs::path& run) {
  const auto publications = open_run(run).publications();
  if (publications.empty()) {
    throw UsageError("No marks were published of " + run.string() +
                     ", so none of this run can be below them. Leave --after out.");
  }
  return publications.back().marks;
}

/// Who has another mark than in the earlier publication; whoever has less is named.
std::string comparison(const std::vector<marks::StudentMarks>& now,
                       const marks::EarlierMarks& earlier) {
  int up = 0;
  int same = 0;
  std::string lower;
  int down = 0;
  for (const marks::StudentMarks& of : now) {
    for (const marks::LabMark& m : of.labs) {
      const auto before = earlier.marks.find({report::visible(of.student.id), m.lab});
      if (before == earlier.marks.end() || !m.has_number()) continue;
      up += m.mark > before->second ? 1 : 0;
      same += m.mark == before->second ? 1 : 0;
      if (m.mark >= before->second) continue;
      ++down;
      lower += "  " + before->first.first + "  " + m.lab + "  " +
               report::points_text(before->second) + " -> " + report::points_text(m.mark) + "\n";
    }
  }
  return "Against what was published of the run of " + earlier.run + ": " + std::to_string(up) +
         " higher, " + std::to_string(down) + " lower, " + std::to_string(same) + " the same\n" +
         lower;
}

}  // namespace

int publish(const PublishOptions& options) {
  if (options.lower && options.after.empty()) {
    throw UsageError("--lower lets marks fall below those of --after, which is missing.");
  }
  marks::Sources sources;
  sources.late = content_of(options.late);
  sources.late_name = options.late.string();
  sources.overrides = content_of(options.overrides);
  sources.overrides_name = options.overrides.string();
  const std::string earlier = options.after.empty() ? "" : last_marks_of(options.after);
  if (!options.lower) sources.earlier = earlier;

  gradebook::Gradebook book = open_run(options.run);
  const sandbox::Descriptor lock = hold(options.run);
  // Marks concern nobody but the student and the instructor.
  if (fs::create_directories(options.out)) fs::permissions(options.out, fs::perms::owner_all);
  const gradebook::Publication made = marks::publish(book, sources);
  const std::vector<marks::StudentMarks> all = marks::published_marks(book);
  report::write_atomically(options.out / "marks.csv", made.marks);
  report::write_atomically(options.out / "summary.txt", marks::summary(all));

  std::fputs(marks::overview(all).c_str(), stdout);
  if (!earlier.empty()) {
    std::fputs(comparison(all, marks::read_marks_csv(earlier)).c_str(), stdout);
  }
  std::printf(
      "\nThis is publication %d of the run. It is kept in the gradebook and written to\n"
      "  %s\n  %s\n",
      made.number, (options.out / "marks.csv").c_str(), (options.out / "summary.txt").c_str());
  if (made.held.empty()) return kFullMarks;
  std::printf("Some marks are held back. Let gradus grade try again, then publish once more.\n");
  return kOurFault;
}

}  // namespace gradus::app

#pragma once

#include <set>
#include <string>
#include <vector>

#include "gradebook/gradebook.hpp"
#include "marks/marks.hpp"

namespace gradus::marks {

/// What marks are made of beside a run, as texts: either ledger, and the marks.csv of an earlier
/// run below whose marks none may fall. Each may be empty.
struct Sources {
  std::string late;
  std::string overrides;
  std::string earlier;
  // What to call the ledgers in messages.
  std::string late_name = "late ledger";
  std::string overrides_name = "override ledger";
};

/// \param held submissions to leave out, as if the grader had failed on them
[[nodiscard]] Run read_run(const gradebook::Gradebook& book,
                           const std::set<std::string>& held = {});

/// \throws MarksError on a ledger that is wrong
[[nodiscard]] std::vector<StudentMarks> marks(const Run& run, const Sources& sources);

/// Makes the marks of a run and keeps them, and all that they rest on, in its gradebook.
/// \throws MarksError as marks() does, and if a submission is not graded yet
gradebook::Publication publish(gradebook::Gradebook& book, const Sources& sources);

/// The marks of the last publication, made anew from what the gradebook keeps.
/// \throws MarksError if nothing was published
[[nodiscard]] std::vector<StudentMarks> published_marks(const gradebook::Gradebook& book);

/// What speaks against the publications of a run: files, reports or marks that are not what they
/// were, and a marks.csv that comes out otherwise when it is made anew from the gradebook alone.
/// \return a sentence for each; none if all is well
[[nodiscard]] std::vector<std::string> audit(const gradebook::Gradebook& book);

}  // namespace gradus::marks

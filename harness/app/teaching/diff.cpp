#include "marks/diff.hpp"

#include <cstdio>

#include "app/teaching/commands.hpp"
#include "app/teaching/run_folder.hpp"
#include "marks/publication.hpp"

namespace gradus::app {

int diff(const DiffOptions& options) {
  const marks::Comparison comparison = marks::compare(marks::read_run(open_run(options.before)),
                                                      marks::read_run(open_run(options.after)));
  std::fputs(marks::text(comparison).c_str(), stdout);
  for (const marks::Move& move : comparison.moves) {
    if (move.because.empty()) return kOurFault;
  }
  return kFullMarks;
}

}  // namespace gradus::app

#include <algorithm>
#include <cstdio>
#include <unistd.h>

#include "app/commands.hpp"
#include "app/project.hpp"
#include "app/state.hpp"
#include "loop/hints.hpp"

namespace gradus::app {

int hint(const HintOptions& options) {
  const Exercise& e = exercise_named(options.slug);
  const int all = static_cast<int>(e.hints.size());
  const int read = loop::standing_of(e.slug, load_state()).hints;
  const int shown = options.again ? read : std::min(read + 1, all);
  std::fputs(loop::hints_text(e, shown, report::Style::of(STDOUT_FILENO)).c_str(), stdout);
  if (shown != read) note_hint(e.slug, shown);
  return kFullMarks;
}

}  // namespace gradus::app

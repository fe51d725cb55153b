#include <cstdio>
#include <unistd.h>

#include "app/commands.hpp"
#include "app/state.hpp"
#include "loop/overview.hpp"

namespace gradus::app {

int where_am_i() {
  const auto changed = [](const Exercise& e, const loop::Standing& standing) {
    return standing.file_hash != hash_of_file(std::string(e.file));
  };
  std::fputs(loop::overview(load_state(), changed, report::Style::of(STDOUT_FILENO)).c_str(),
             stdout);
  return kFullMarks;
}

int next() {
  const report::Style style = report::Style::of(STDOUT_FILENO);
  std::fputs(loop::next_step(loop::next_exercise(load_state()), style).c_str(), stdout);
  return kFullMarks;
}

}  // namespace gradus::app

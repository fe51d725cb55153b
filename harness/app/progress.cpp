#include "app/progress.hpp"

#include <cstdio>
#include <sys/ioctl.h>
#include <unistd.h>

#include "report/style.hpp"

namespace gradus::app {
namespace {

std::size_t terminal_width() {
  winsize size{};
  if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
  return size.ws_col;
}

}  // namespace

Progress::Progress() : live_(report::Style::can_redraw(STDERR_FILENO)) {}

void Progress::show(const std::string& what) {
  if (!live_) {
    std::fprintf(stderr, "%s\n", what.c_str());
    return;
  }
  clear();
  // A line that wraps could not be redrawn.
  std::fprintf(stderr, "%s", what.substr(0, terminal_width() - 1).c_str());
  std::fflush(stderr);
  shown_ = true;
}

void Progress::clear() {
  if (!shown_) return;
  std::fprintf(stderr, "\r\x1b[K");
  std::fflush(stderr);
  shown_ = false;
}

judge::Watcher Progress::watcher() {
  judge::Watcher watcher;
  watcher.step = [this](const std::string& what) { show(what + " ..."); };
  watcher.exercise = [this](const ExerciseResult& e) {
    if (live_) show("checked " + e.slug + " ...");
  };
  return watcher;
}

}  // namespace gradus::app

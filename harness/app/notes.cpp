#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

#include "app/commands.hpp"
#include "app/foreground.hpp"
#include "app/project.hpp"
#include "loop/notes_page.hpp"

namespace gradus::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* kOpener = "/usr/bin/xdg-open";

bool has_desktop() {
  return (std::getenv("DISPLAY") != nullptr || std::getenv("WAYLAND_DISPLAY") != nullptr) &&
         fs::exists(kOpener);
}

}  // namespace

int notes(const std::string& slug) {
  const fs::path folder = recipe().notes;
  if (!fs::exists(folder / "index.html")) {
    throw std::runtime_error(
        "the notes are not built here. ./gradus notes in the project's "
        "folder builds them");
  }
  const std::string page =
      folder / (slug.empty() ? "index.html" : loop::page_about(exercise_named(slug).slug));
  std::printf("file://%s\n", page.c_str());
  if (has_desktop()) return run_in_foreground({kOpener, "file://" + page}) == 0 ? 0 : kOurFault;
  std::printf("Open this page in a browser.\n");
  return kFullMarks;
}

}  // namespace gradus::app

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "app/commands.hpp"
#include "app/foreground.hpp"
#include "app/project.hpp"

namespace gradus::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* kOpener = "/usr/bin/xdg-open";

/// The page of the notes that holds an anchor, with the anchor; the first page if none does.
std::string page_with(const fs::path& notes, std::string_view anchor) {
  const std::string mark = "id=\"" + std::string(anchor) + "\"";
  std::vector<fs::path> pages;
  for (const auto& entry : fs::directory_iterator(notes)) {
    if (entry.path().extension() == ".html") pages.push_back(entry.path());
  }
  std::sort(pages.begin(), pages.end());
  for (const fs::path& page : pages) {
    std::ifstream in(page);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    if (text.find(mark) != std::string::npos) return page.string() + "#" + std::string(anchor);
  }
  return notes / "index.html";
}

bool has_desktop() {
  return (std::getenv("DISPLAY") != nullptr || std::getenv("WAYLAND_DISPLAY") != nullptr) &&
         fs::exists(kOpener);
}

}  // namespace

int notes(const std::string& slug) {
  const fs::path pages = notes_folder();
  if (!fs::exists(pages / "index.html")) {
    throw std::runtime_error(
        "the notes are not built here. ./gradus notes in the project's "
        "folder builds them");
  }
  const std::string page = slug.empty() ? std::string(pages / "index.html")
                                        : page_with(pages, exercise_named(slug).notes);
  std::printf("file://%s\n", page.c_str());
  if (has_desktop()) return run_in_foreground({kOpener, "file://" + page}) == 0 ? 0 : kOurFault;
  std::printf("Open this page in a browser.\n");
  return kFullMarks;
}

}  // namespace gradus::app

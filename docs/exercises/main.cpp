#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "exercises/exercise_pages.hpp"

namespace {

namespace fs = std::filesystem;
using namespace gradus;

constexpr std::string_view kTabs = "      <!-- exercises -->\n";

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& file, const std::string& text) {
  std::ofstream out(file, std::ios::binary);
  out << text;
  if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

std::string layout_with_exercises(std::string layout) {
  const std::size_t at = layout.find(kTabs);
  if (at == std::string::npos) throw std::runtime_error("the layout has no place for exercises");
  return layout.replace(at, kTabs.size(), notes::exercise_tabs());
}

void make_all(const fs::path& solutions, const fs::path& layout, const fs::path& out) {
  fs::create_directories(out);
  for (const Lab& lab : catalogue()) {
    for (const Exercise& e : lab.exercises) {
      const std::string id = notes::page_id(e.slug);
      const notes::SolutionFacts facts = notes::facts_of(read(solutions / e.file));
      write(out / (id + ".md"), notes::exercise_page(e, facts));
      // Not a page of its own: chapters include it.
      write(out / ("box_" + id.substr(3) + ".html"), notes::exercise_box(e));
    }
  }
  write(out / "exercises.md", notes::list_of_exercises());
  write(out / "layout.xml", layout_with_exercises(read(layout)));
}

}  // namespace

/// Usage: exercise_pages SOLUTIONS LAYOUT OUT. Writes the pages about the exercises.
int main(int argc, char** argv) try {
  if (argc != 4) {
    std::fputs("usage: exercise_pages SOLUTIONS LAYOUT OUT\n", stderr);
    return 2;
  }
  make_all(argv[1], argv[2], argv[3]);
  return 0;
} catch (const std::exception& e) {
  std::fprintf(stderr, "exercise_pages: %s\n", e.what());
  return 3;
}

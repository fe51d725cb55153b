#include <cstdio>
#include <string>
#include <unistd.h>

#include "app/commands.hpp"
#include "app/project.hpp"
#include "app/state.hpp"
#include "report/style.hpp"
#include "report/terminal.hpp"

namespace gradus::app {

int status() {
  const report::Style style = report::Style::of(STDOUT_FILENO);
  const State state = load_state();
  const Exercise* next = nullptr;
  for (const Lab& lab : catalogue()) {
    std::printf("\n%s\n",
                style.bold(std::string(lab.name) + "  " + std::string(lab.title)).c_str());
    Points points = 0;
    for (const Exercise& e : lab.exercises) {
      const auto found = state.find(e.slug);
      const Standing standing = found == state.end() ? Standing{} : found->second;
      const bool known = found != state.end();
      const bool changed = known && standing.file_hash != hash_of_file(std::string(e.file));
      points += standing.points;
      if (next == nullptr && standing.points < e.points) next = &e;

      std::string words = !known ? "not checked yet" : standing.verdict;
      for (char& c : words) c = c == '_' ? ' ' : c;
      if (changed) words += ", changed since";
      const std::string score =
          report::points_text(standing.points) + " / " + report::points_text(e.points);
      std::printf(
          "  %-22s %10s  %s\n", std::string(e.slug).c_str(), score.c_str(),
          standing.points == e.points && !changed ? style.green(words).c_str() : words.c_str());
    }
    std::printf("  %-22s %10s  %s\n", std::string(lab.mnist.slug).c_str(),
                ("- / " + report::points_text(lab.mnist.points)).c_str(),
                style.dim("graded by ./gradus grade labs").c_str());
    std::printf("  %-22s %10s\n", "checked so far",
                (report::points_text(points) + " / " + report::points_text(lab.points())).c_str());
  }
  if (next != nullptr) {
    std::printf("\nNext: %s. Write %s in labs/%s, then run\n  ./gradus check %s\n",
                std::string(next->title).c_str(), std::string(next->function).c_str(),
                std::string(next->file).c_str(), std::string(next->slug).c_str());
  } else {
    std::printf("\nEverything is solved. Train on MNIST:\n  ./gradus grade labs\n");
  }
  return 0;
}

}  // namespace gradus::app

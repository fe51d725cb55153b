#include "tools/labs_readme.hpp"

#include "catalogue/exercise.hpp"

namespace gradus::tools {
namespace {

std::string points_text(Points points) {
  const std::string whole = std::to_string(points / 100);
  return points % 100 == 0 ? whole : whole + "." + std::to_string(points % 100 / 10);
}

}  // namespace

std::string labs_readme() {
  std::string text = R"(# Your work

This is the only folder that you edit: one file an exercise, in this order. Headers and the other
.cpp files are given; the grader uses its own copies of them.
)";
  for (const Lab& lab : catalogue()) {
    text += "\n## " + std::string(lab.name) + ": " + std::string(lab.title) + "\n\n";
    text += "| exercise | file | you write | points |\n|---|---|---|---|\n";
    for (const Exercise& e : lab.exercises) {
      text += "| " + std::string(e.slug) + " | `" + std::string(e.file) + "` | `" +
              std::string(e.function) + "` | " + points_text(e.points) + " |\n";
    }
    text += "| " + std::string(lab.mnist.slug) + " | | all of it, trained on MNIST | " +
            points_text(lab.mnist.points) + " |\n";
    text += "| | | **together** | **" + points_text(lab.points()) + "** |\n";
  }
  text += R"(
`./gradus` shows where you are; `./gradus check tp1.softmax` judges one exercise.

<!-- Made from the catalogue by harness/tools/labs_readme; do not edit by hand. -->
)";
  return text;
}

}  // namespace gradus::tools

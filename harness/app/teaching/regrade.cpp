#include "app/project.hpp"
#include "app/teaching/class_run.hpp"
#include "app/teaching/commands.hpp"
#include "app/teaching/run_folder.hpp"

namespace gradus::app {
namespace {

namespace fs = std::filesystem;
using gradebook::Gradebook;
using gradebook::HandIn;
using gradebook::Terms;

/// What a class handed in, with the texts that the run keeps.
std::vector<HandIn> kept_hand_ins(const Gradebook& book) {
  std::vector<HandIn> list = book.class_list();
  for (HandIn& hand_in : list) {
    if (!hand_in.submission.empty()) hand_in.files = book.files_of(hand_in.submission);
  }
  return list;
}

}  // namespace

int regrade(const RegradeOptions& options) {
  if (fs::weakly_canonical(options.run) == fs::weakly_canonical(options.grade.out)) {
    throw UsageError("A run stays as it is. Name another folder with --out.");
  }
  const Gradebook before = open_run(options.run);
  const Terms then = before.terms();
  GradeOptions grade = options.grade;
  grade.labs = then.labs;
  if (!grade.seed) grade.seed = then.seed;
  if (grade.isolation.empty()) grade.isolation = then.isolation;
  if (grade.mnist.empty() && !grade.no_mnist) {
    grade.mnist = then.mnist;
    grade.no_mnist = then.mnist.empty();
  }
  return grade_into_run(grade, [&](const toolchain::Recipe&) { return kept_hand_ins(before); });
}

}  // namespace gradus::app

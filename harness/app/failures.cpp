#include "app/failures.hpp"

#include <cstdio>
#include <exception>
#include <sstream>

#include "app/project.hpp"
#include "report/json.hpp"

namespace gradus::app {

namespace {

void save(const ExerciseResult& e) {
  const auto folder = failure_file(e.slug, "").parent_path();
  std::filesystem::remove_all(folder);
  for (const CheckResult& c : e.checks) {
    if (!c.failed) continue;
    std::ostringstream text;
    check::write(text, *c.failed);
    std::filesystem::create_directories(folder);
    report::write_atomically(failure_file(e.slug, c.slug.substr(e.slug.size() + 1)), text.str());
  }
}

}  // namespace

std::filesystem::path failure_file(const std::string& exercise, const std::string& idea) {
  return state_folder() / "failed" / exercise / idea;
}

void save_failures(const Results& results) {
  for (const LabResult& lab : results.labs) {
    for (const ExerciseResult& e : lab.exercises) {
      try {
        save(e);
      } catch (const std::exception& error) {
        std::fprintf(stderr, "gradus: the inputs of %s cannot be kept: %s\n", e.slug.c_str(),
                     error.what());
      }
    }
  }
}

}  // namespace gradus::app

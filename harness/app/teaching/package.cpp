#include <cstdio>
#include <filesystem>
#include <string>
#include <utility>

#include "app/archive.hpp"
#include "app/project.hpp"
#include "app/teaching/commands.hpp"
#include "app/teaching/project_files.hpp"
#include "report/escape.hpp"

namespace gradus::app {
namespace {

namespace fs = std::filesystem;

using Files = PackedFiles;  // by their names in the package

/// The project as it lies here, without its history and whatever else is in the folder.
void add_project(Files& files) {
  for (auto& [name, file] : project_files()) files["project/" + name] = std::move(file);
}

std::string replaced(std::string text, const std::string& mark, const std::string& value) {
  for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos; at += value.size()) {
    text.replace(at, mark.size(), value);
  }
  return text;
}

/// A file of harness/export, with what was asked for in its @MARKS@.
void add_template(Files& files, const std::string& name, const std::string& file,
                  const PackageOptions& options) {
  PackedFile packed = pack_file(project_folder() / "harness/export" / file);
  std::string handed_in;
  for (const Lab* lab : labs_named(options.lab)) {
    for (const Exercise& e : lab->exercises) handed_in += " " + std::string(e.file);
  }
  const std::string lab = options.lab.empty() ? "" : "--lab " + options.lab;
  for (const auto& [mark, value] : {std::pair<std::string, std::string>("@LAB@", lab),
                                    {"@FILES@", handed_in},
                                    {"@VISIBILITY@", options.visibility},
                                    {"@ISOLATION@", options.isolation},
                                    // A minute is left for what is around the grading.
                                    {"@SECONDS@", std::to_string(60 * (options.minutes - 1))},
                                    {"@REPOSITORY@", options.repository},
                                    {"@REVISION@", options.revision}}) {
    packed.text = replaced(std::move(packed.text), mark, value);
  }
  files[name] = std::move(packed);
}

void add_seed(Files& files, const PackageOptions& options) {
  files["seed"].text = std::to_string(options.seed ? *options.seed : secret_seed()) + "\n";
}

Files for_gradescope(const PackageOptions& options) {
  Files files;
  add_project(files);
  add_seed(files, options);
  for (const char* name : {"setup.sh", "run_autograder", "settings"}) {
    add_template(files, name, std::string("gradescope/") + name, options);
  }
  return files;
}

Files for_prairielearn(const PackageOptions& options) {
  Files files;
  add_project(files);
  add_seed(files, options);
  for (const char* name : {"Dockerfile", "grade.sh", "settings", "info.json"}) {
    add_template(files, name, std::string("prairielearn/") + name, options);
  }
  return files;
}

Files for_github(const PackageOptions& options) {
  constexpr const char* kPlain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/";
  const auto slash = options.repository.find('/');
  if (slash == std::string::npos || slash == 0 || slash + 1 == options.repository.size() ||
      options.repository.find_first_not_of(kPlain) != std::string::npos) {
    throw UsageError(
        "A workflow fetches this project from GitHub: say where it is with --repository "
        "OWNER/NAME");
  }
  if (options.revision.empty() || options.revision.find_first_not_of(kPlain) != std::string::npos) {
    throw UsageError("--revision is no branch, tag or commit: " +
                     report::visible(options.revision));
  }
  if (options.seed) {
    throw UsageError(
        "Students can read a workflow in their repository, and a seed in it: GitHub Classroom "
        "grades with the public seed. Leave --seed and --seed-file out.");
  }
  Files files;
  add_template(files, ".github/workflows/classroom.yml", "github/classroom.yml", options);
  return files;
}

void say_what_next(const PackageOptions& options, std::size_t files) {
  std::printf("Wrote %s (%zu files).\n", report::visible(options.out.string()).c_str(), files);
  if (options.platform == "github-classroom") {
    std::puts("It grades with the public seed: students can read it, and change the workflow.");
  } else {
    std::puts(
        "It holds the reference solutions and the seed of the official runs (file `seed`): keep "
        "both to yourself.");
  }
  std::puts("What to do with it: docs/teaching/platforms.md");
}

}  // namespace

int package(const PackageOptions& options) {
  if (!options.lab.empty() && find_lab(options.lab) == nullptr) {
    throw UsageError("There is no lab '" + report::visible(options.lab) +
                     "': platforms take a whole lab, such as tp1.");
  }
  Files files;
  if (options.platform == "gradescope") {
    files = for_gradescope(options);
    write_zip(options.out, files);
  } else {
    files = options.platform == "prairielearn" ? for_prairielearn(options) : for_github(options);
    write_folder(options.out, files);
  }
  say_what_next(options, files.size());
  return kFullMarks;
}

}  // namespace gradus::app

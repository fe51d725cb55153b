#include <cstdio>
#include <fstream>
#include <iterator>
#include <unistd.h>

#include "app/archive.hpp"
#include "app/commands.hpp"
#include "app/project.hpp"
#include "report/escape.hpp"
#include "sandbox/process.hpp"

namespace gradus::app {
namespace {

namespace fs = std::filesystem;

/// By their names in the package.
using Files = std::map<std::string, PackedFile>;

fs::path project_folder() { return recipe().labs.parent_path(); }

PackedFile read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  return {{std::istreambuf_iterator<char>(in), {}}, ::access(file.c_str(), X_OK) == 0};
}

/// What git says about the project's files, one a line.
std::vector<std::string> git(std::vector<std::string> words) {
  words.insert(words.begin(), {"git", "-C", project_folder().string()});
  sandbox::Limits limits;
  limits.output = std::size_t{4} << 20;
  const auto outcome = sandbox::run({.argv = words}, limits, std::chrono::seconds(60));
  if (!outcome.success()) {
    throw UsageError(
        "A package holds the files of this project that git knows, so that nothing private gets "
        "into it. Git does not answer for " +
        project_folder().string() + ":\n" + report::visible(outcome.errors) +
        "If this is no clone, make it one first: git init && git add .");
  }
  std::vector<std::string> names;
  for (std::size_t begin = 0; begin < outcome.output.size();) {
    const std::size_t end = outcome.output.find('\0', begin);
    names.push_back(outcome.output.substr(begin, end - begin));
    begin = end == std::string::npos ? end : end + 1;
  }
  return names;
}

/// The project as it lies here, without its history and whatever else is in the folder.
void add_project(Files& files) {
  for (const std::string& name : git({"ls-files", "-z", "--cached"})) {
    const fs::path file = project_folder() / name;
    if (fs::is_regular_file(fs::symlink_status(file))) files["project/" + name] = read(file);
  }
  const auto unknown = git({"ls-files", "-z", "--others", "--exclude-standard"});
  if (unknown.empty()) return;
  std::fprintf(stderr,
               "gradus: %zu files are not packed, as git does not know them (git add), such as "
               "%s\n",
               unknown.size(), report::visible(unknown.front()).c_str());
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
  PackedFile packed = read(project_folder() / "harness/export" / file);
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
        "grades with the public seed. Leave --seed out.");
  }
  Files files;
  add_template(files, ".github/workflows/classroom.yml", "github/classroom.yml", options);
  return files;
}

/// The folder appears whole or not at all.
void write_folder(const fs::path& folder, const Files& files) {
  if (fs::exists(folder) && !fs::is_empty(folder)) {
    throw UsageError(folder.string() + " is not empty. Name a new folder: nothing is overwritten.");
  }
  const fs::path unfinished = folder.lexically_normal().string() + ".unfinished";
  fs::remove_all(unfinished);
  for (const auto& [name, packed] : files) {
    const fs::path file = unfinished / name;
    fs::create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary);
    out << packed.text;
    out.close();
    if (!out) throw std::runtime_error("cannot write " + file.string() + ": is the disk full?");
    fs::permissions(file, static_cast<fs::perms>(packed.executable ? 0755 : 0644));
  }
  fs::remove(folder);
  fs::rename(unfinished, folder);
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

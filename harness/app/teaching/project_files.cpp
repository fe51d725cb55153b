#include "app/teaching/project_files.hpp"

#include <chrono>
#include <cstdio>
#include <vector>

#include "app/project.hpp"
#include "report/escape.hpp"
#include "sandbox/process.hpp"

namespace gradus::app {
namespace {

namespace fs = std::filesystem;

/// What git says about the project.
std::string git(std::vector<std::string> words) {
  words.insert(words.begin(), {"git", "-C", project_folder().string()});
  sandbox::Limits limits;
  limits.output = std::size_t{4} << 20;
  const auto outcome = sandbox::run({.argv = words}, limits, std::chrono::seconds(60));
  if (!outcome.success()) {
    throw UsageError(
        "Only the files of this project that git knows are packed, so that nothing private gets "
        "out. Git does not answer for " +
        project_folder().string() + ":\n" + report::visible(outcome.errors) +
        "If this is no clone, make it one first: git init && git add .");
  }
  return outcome.output;
}

/// Names that git ends with a zero byte each.
std::vector<std::string> git_names(std::vector<std::string> words) {
  const std::string output = git(std::move(words));
  std::vector<std::string> names;
  for (std::size_t begin = 0; begin < output.size();) {
    const std::size_t end = output.find('\0', begin);
    names.push_back(output.substr(begin, end - begin));
    begin = end == std::string::npos ? end : end + 1;
  }
  return names;
}

}  // namespace

fs::path project_folder() { return recipe().labs.parent_path(); }

PackedFiles project_files() {
  PackedFiles files;
  for (const std::string& name : git_names({"ls-files", "-z", "--cached"})) {
    const fs::path file = project_folder() / name;
    if (fs::is_regular_file(fs::symlink_status(file))) files[name] = pack_file(file);
  }
  const auto unknown = git_names({"ls-files", "-z", "--others", "--exclude-standard"});
  if (!unknown.empty()) {
    std::fprintf(stderr,
                 "gradus: %zu files are not packed, as git does not know them (git add), such as "
                 "%s\n",
                 unknown.size(), report::visible(unknown.front()).c_str());
  }
  return files;
}

std::string project_revision() {
  std::string revision = git({"describe", "--always", "--abbrev=12", "--dirty", "--exclude=*"});
  while (!revision.empty() && revision.back() == '\n') revision.pop_back();
  return revision;
}

}  // namespace gradus::app

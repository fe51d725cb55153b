#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "app/commands.hpp"
#include "app/failures.hpp"
#include "app/foreground.hpp"
#include "app/practice_program.hpp"
#include "app/project.hpp"
#include "judge/judge.hpp"
#include "loop/sanitizer_report.hpp"
#include "report/escape.hpp"
#include "report/story.hpp"
#include "specs/specs.hpp"

namespace gradus::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDebugger = "/usr/bin/gdb";

/// The checks of an exercise of which a failing input is kept, in the order of the spec.
std::vector<std::string> failures_of(const Exercise& e) {
  std::vector<std::string> ideas;
  for (const check::Check& c : specs::spec_of(e.slug).checks) {
    if (fs::exists(failure_file(std::string(e.slug), std::string(c.idea)))) {
      ideas.emplace_back(c.idea);
    }
  }
  return ideas;
}

/// The check that was asked for, by "shift" or "tp1.softmax.shift"; the first that failed for an
/// empty word.
std::string chosen(const Exercise& e, std::string idea) {
  const std::string prefix = std::string(e.slug) + ".";
  if (idea.starts_with(prefix)) idea.erase(0, prefix.size());
  const std::vector<std::string> failures = failures_of(e);
  if (idea.empty() && failures.empty()) {
    throw UsageError("No failed input of " + std::string(e.slug) +
                     " is kept here. First run: ./gradus check " + std::string(e.slug));
  }
  if (idea.empty()) return failures.front();
  const auto& checks = specs::spec_of(e.slug).checks;
  if (std::any_of(checks.begin(), checks.end(), [&](const auto& c) { return c.idea == idea; })) {
    return idea;
  }
  std::string known;
  for (const check::Check& c : checks) known += "\n  " + std::string(c.idea);
  throw UsageError(std::string(e.slug) + " has no check '" + idea + "'. There are:" + known);
}

/// The exercise and the check of "tp1.softmax" "shift", or of "tp1.softmax.shift" alone.
std::pair<const Exercise*, std::string> asked(const ReplayOptions& options) {
  const std::size_t point = options.slug.rfind('.');
  if (options.idea.empty() && point != std::string::npos) {
    if (const Exercise* e = find_exercise(options.slug.substr(0, point))) {
      return {e, options.slug.substr(point + 1)};
    }
  }
  return {&exercise_named(options.slug), options.idea};
}

/// Stops where the student's function begins, in the student's own file.
std::vector<std::string> in_debugger(const Exercise& e, std::vector<std::string> command) {
  const std::string function(e.function);
  // A class is entered by any of its functions.
  const bool is_class = function == "tp2::DeepNetwork";
  std::vector<std::string> words = {
      kDebugger, "-q",
      "-ex",     "set breakpoint pending on",
      "-d",      labs_folder().string(),
      "-ex",     (is_class ? "rbreak ^" + function + "::" : "break " + function),
      "-ex",     "run",
      "--args"};
  words.insert(words.end(), command.begin(), command.end());
  return words;
}

/// The files to which sanitizers write, since their reports are longer than a screen.
std::vector<fs::path> reports_of(const fs::path& program) {
  std::vector<fs::path> reports;
  for (const auto& entry : fs::directory_iterator(program.parent_path())) {
    if (entry.path().string().starts_with(program.string() + ".report.")) {
      reports.push_back(entry.path());
    }
  }
  return reports;
}

void prepare_sanitizers(const fs::path& program) {
  for (const fs::path& old : reports_of(program)) fs::remove(old);
  const std::string to = "log_path='" + program.string() + ".report'";
  ::setenv("ASAN_OPTIONS", to.c_str(), 1);
  ::setenv("UBSAN_OPTIONS", to.c_str(), 1);
}

void show_reports(const fs::path& program, const std::string& file) {
  for (const fs::path& path : reports_of(program)) {
    std::ifstream in(path);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    std::printf("\n\n%s",
                report::wrap(report::visible(loop::sanitizer_story(text, file)), "", "").c_str());
    std::printf("The whole report: less %s\n", report::shell_word(path).c_str());
  }
}

}  // namespace

int replay(const ReplayOptions& options) {
  const auto [exercise, check] = asked(options);
  const Exercise& e = *exercise;
  const std::string slug(e.slug);
  const std::string idea = chosen(e, check);
  if (options.gdb && !fs::exists(kDebugger)) {
    throw std::runtime_error(
        "gdb is not installed (Debian package gdb). Without it: ./gradus "
        "replay " +
        slug + " " + idea);
  }
  const auto how = options.gdb ? PracticeBuild::kDebuggable : PracticeBuild::kSanitized;
  const PracticeProgram program = build_practice({&e}, how).front();
  if (program.file.empty()) {
    std::printf("%s cannot be replayed: it does not build.\n%s\n", slug.c_str(),
                report::visible(program.errors).c_str());
    return kPointsLost;
  }
  std::vector<std::string> command = {program.file, slug, std::to_string(judge::kPublicSeed), idea};
  const fs::path file = failure_file(slug, idea);
  if (fs::exists(file)) {
    command.push_back(file);
  } else {
    std::printf("No single input is kept for %s: the whole check runs.\n", idea.c_str());
  }
  if (!options.gdb) {
    std::printf("If it does not end: Ctrl-C, then ./gradus replay %s %s --gdb\n\n", slug.c_str(),
                idea.c_str());
  }
  if (options.gdb)
    return run_in_foreground(in_debugger(e, command)) == 0 ? kFullMarks : kPointsLost;
  prepare_sanitizers(program.file);
  const int status = run_in_foreground(command);
  show_reports(program.file, std::string(e.file));
  if (is_our_fault(status)) return kOurFault;
  if (status == 0 && reports_of(program.file).empty()) {
    std::printf("\nIt is right now. All inputs: ./gradus check %s\n", slug.c_str());
    return kFullMarks;
  }
  std::printf("\nStep by step, in a debugger: ./gradus replay %s %s --gdb\n", slug.c_str(),
              idea.c_str());
  return kPointsLost;
}

}  // namespace gradus::app

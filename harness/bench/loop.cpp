// How long a student waits: from saving a file to the verdict, in the real program.
//
// Usage: loop [REPETITIONS]. Run it on a machine that does nothing else.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "catalogue/exercise.hpp"
#include "sandbox/process.hpp"
#include "sandbox/workspace.hpp"
#include "tests/session/terminal.hpp"

namespace {

namespace fs = std::filesystem;
using namespace gradus;
using Clock = std::chrono::steady_clock;

double median(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  return times.at(times.size() / 2);
}

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

/// The first mistake of an exercise in the bank, by name.
fs::path some_mistake(const Exercise& e) {
  std::string folder(e.slug);
  std::replace(folder.begin(), folder.end(), '.', '/');
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(GRADUS_MISTAKES) / folder)) {
    if (entry.path().extension() == ".cpp") files.push_back(entry.path());
  }
  return *std::min_element(files.begin(), files.end());
}

class Student {
 public:
  Student() { fs::copy(GRADUS_STUBS, labs_, fs::copy_options::recursive); }

  void save(const Exercise& e, const fs::path& from) const {
    const fs::path to = labs_ / e.file;
    fs::copy_file(from, to.string() + "~", fs::copy_options::overwrite_existing);
    fs::rename(to.string() + "~", to);
  }

  [[nodiscard]] session::Terminal gradus(std::vector<std::string> words) const {
    words.insert(words.begin(), GRADUS_PROGRAM);
    return session::Terminal(words, environment());
  }

  /// Seconds of each part of a check, as `grade --timings` notes them.
  [[nodiscard]] nlohmann::json parts(const std::string& slug) const {
    const fs::path file = folder_.path() / "timings.json";
    gradus({"grade", labs_.string(), "--exercise", slug, "--no-mnist", "--timings", file}).end();
    std::ifstream in(file);
    return nlohmann::json::parse(in).at("seconds");
  }

 private:
  [[nodiscard]] std::vector<session::Terminal::Variable> environment() const {
    return {{"GRADUS_LABS", labs_.string()},
            {"TERM", "xterm"},
            {"LANG", "C.UTF-8"},
            {"PATH", "/usr/bin:/bin"}};
  }

  sandbox::Workspace folder_;
  fs::path labs_ = folder_.path() / "labs";
};

void require(bool holds, const session::Terminal& terminal) {
  if (!holds) throw std::runtime_error("the program does not answer:\n" + terminal.raw());
}

/// Time from a save to the verdict, and to the cause of what failed.
struct Waits {
  std::vector<double> verdict;
  std::vector<double> cause;
};

void measure_save(const Student& student, session::Terminal& watch, const Exercise& e,
                  const fs::path& file, Waits& waits) {
  const auto start = Clock::now();
  student.save(e, file);
  require(watch.shows("checking "), watch);
  require(watch.shows(std::string(e.slug)) && watch.shows(std::string(e.slug) + "  "), watch);
  waits.verdict.push_back(seconds_since(start));
  require(watch.shows("waiting for you to save"), watch);
  waits.cause.push_back(seconds_since(start));
}

void measure_exercise(const Student& student, const Exercise& e, int repetitions) {
  session::Terminal watch = student.gradus({"check", std::string(e.slug), "--watch"});
  require(watch.shows("waiting for you to save"), watch);
  Waits right;
  Waits wrong;
  for (int i = 0; i < repetitions; ++i) {
    measure_save(student, watch, e, some_mistake(e), wrong);
    measure_save(student, watch, e, fs::path(GRADUS_SOLUTIONS) / e.file, right);
  }
  watch.type("q");
  const auto parts = student.parts(std::string(e.slug));
  std::printf("%-22s %6.2f s %8.2f s %8.2f s   %5.2f %5.2f %6.2f\n", std::string(e.slug).c_str(),
              median(right.verdict), median(wrong.verdict), median(wrong.cause),
              parts.at("compile").get<double>(), parts.at("link").get<double>(),
              parts.at(std::string(e.slug)).get<double>());
}

void measure_lab(const Student& student, const Lab& lab, int repetitions) {
  std::vector<double> times;
  for (int i = 0; i < repetitions; ++i) {
    const auto start = Clock::now();
    session::Terminal check = student.gradus({"check", std::string(lab.name)});
    require(check.end() != 127, check);
    times.push_back(seconds_since(start));
  }
  std::printf("%-22s %6.2f s   (all of it, by gradus check)\n", std::string(lab.name).c_str(),
              median(times));
}

}  // namespace

int main(int argc, char** argv) {
  const int repetitions = argc > 1 ? std::atoi(argv[1]) : 5;
  if (repetitions < 1) {
    std::fputs("usage: loop [REPETITIONS]\n", stderr);
    return 2;
  }
  const Student student;
  std::printf(
      "Medians of %d saves. Wait for:                       of which, when right:\n"
      "%-22s %8s %10s %10s   %5s %5s %6s\n",
      repetitions, "", "right", "wrong", "cause", "comp.", "link", "checks");
  for (const Lab& lab : catalogue()) {
    for (const Exercise& e : lab.exercises) measure_exercise(student, e, repetitions);
    measure_lab(student, lab, repetitions);
  }
}

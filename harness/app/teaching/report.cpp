#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <sys/stat.h>
#include <unistd.h>

#include "app/project.hpp"
#include "app/teaching/commands.hpp"
#include "export/github_classroom.hpp"
#include "export/gradescope.hpp"
#include "export/junit.hpp"
#include "export/prairielearn.hpp"
#include "report/escape.hpp"
#include "report/json.hpp"
#include "report/read.hpp"
#include "report/terminal.hpp"

namespace gradus::app {
namespace {

Results results_in(const std::filesystem::path& file) {
  const std::string name = report::visible(file.string());
  std::error_code error;
  if (std::filesystem::is_directory(file, error)) {
    throw UsageError(name + " is a folder. Name the results.json that gradus grade --json wrote.");
  }
  std::ifstream in(file, std::ios::binary);
  if (!in) throw UsageError("There is no file " + name + ", or it cannot be read.");
  try {
    return report::read_results({std::istreambuf_iterator<char>(in), {}});
  } catch (const std::exception& e) {
    throw UsageError(name + ": " + report::visible(e.what()) +
                     "\nNo report was written. Make such a file with this version of Gradus: "
                     "gradus grade FOLDER --json FILE");
  }
}

/// When a file was last written; now, if that is not known.
std::chrono::system_clock::time_point age_of(const std::filesystem::path& file) {
  struct stat status = {};
  if (::stat(file.c_str(), &status) != 0) return std::chrono::system_clock::now();
  return std::chrono::system_clock::from_time_t(status.st_mtime);
}

std::string written(const Results& results, const ReportOptions& options) {
  if (options.as == "gradescope") return exports::gradescope(results, options.visibility);
  if (options.as == "prairielearn") return exports::prairielearn(results);
  if (options.as == "junit") return exports::junit(results, age_of(options.results));
  if (options.as == "github-classroom") return exports::github_classroom(results);
  if (options.as == "github-annotations") return exports::github_annotations(results);
  if (options.as == "github-summary") return exports::github_summary(results);
  return report::terminal(results,
                          options.out.empty() ? report::Style::of(STDOUT_FILENO) : report::Style{});
}

}  // namespace

int report_as(const ReportOptions& options) {
  const std::string text = written(results_in(options.results), options);
  if (!options.out.empty()) {
    report::write_atomically(options.out, text);
  } else if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() ||
             std::fflush(stdout) != 0) {
    throw std::runtime_error("cannot write the report to standard output");
  }
  return kFullMarks;
}

}  // namespace gradus::app

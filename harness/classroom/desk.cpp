#include "classroom/desk.hpp"

#include <fstream>
#include <sstream>

#include "report/json.hpp"
#include "report/read.hpp"

namespace gradus::classroom {
namespace {

namespace fs = std::filesystem;
using gradebook::Outcome;

std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace

fs::path Desk::submission(const std::string& hash) const { return folder_ / "submissions" / hash; }
fs::path Desk::report(const std::string& hash) const {
  return folder_ / "reports" / (hash + ".json");
}
fs::path Desk::timings(const std::string& hash) const {
  return folder_ / "timings" / (hash + ".json");
}
fs::path Desk::memory() const { return folder_ / "memory"; }

void Desk::lay_out(const gradebook::Gradebook& book,
                   const std::vector<std::string>& submissions) const {
  for (const char* part : {"submissions", "reports", "timings", "memory"}) {
    fs::create_directories(folder_ / part);
  }
  report::write_atomically(seed(), std::to_string(book.terms().seed) + "\n");
  fs::permissions(seed(), fs::perms::owner_read | fs::perms::owner_write);
  for (const std::string& hash : submissions) {
    for (const auto& [name, text] : book.files_of(hash)) {
      const fs::path file = submission(hash) / name;
      if (fs::exists(file)) continue;
      fs::create_directories(file.parent_path());
      report::write_atomically(file, text);
    }
  }
}

std::vector<std::string> Desk::command(const fs::path& program, const gradebook::Terms& terms,
                                       const std::string& hash) const {
  std::vector<std::string> argv = {program.string(),
                                   "grade",
                                   submission(hash).string(),
                                   "--json",
                                   report(hash),
                                   "--timings",
                                   timings(hash),
                                   "--memory",
                                   memory(),
                                   "--seed-file",
                                   seed(),
                                   "--threads",
                                   "1",
                                   "--isolation",
                                   terms.isolation};
  for (const std::string& lab : terms.labs) argv.insert(argv.end(), {"--lab", lab});
  if (terms.mnist.empty()) {
    argv.emplace_back("--no-mnist");
  } else {
    argv.insert(argv.end(), {"--mnist", terms.mnist});
  }
  return argv;
}

Outcome Desk::collect(const std::string& hash) const {
  if (!fs::exists(report(hash))) return {};
  Outcome outcome;
  const std::string text = content(report(hash));
  try {
    const Results results = report::read_results(text);
    if (results.fingerprint.submission != hash) {
      outcome.failure = "its report is about other files";
    } else if (results.harness_failed()) {
      outcome.failure = "part of it could not be judged";
    } else {
      outcome.results = text;
      outcome.timings = content(timings(hash));
    }
  } catch (const std::exception& e) {
    outcome.failure = e.what();
  }
  return outcome;
}

void Desk::clear(const std::string& hash) const {
  fs::remove(report(hash));
  fs::remove(timings(hash));
  fs::remove_all(submission(hash));
}

}  // namespace gradus::classroom

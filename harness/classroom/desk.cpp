#include "classroom/desk.hpp"

#include <fstream>
#include <nlohmann/json.hpp>
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
fs::path Desk::failure(const std::string& hash) const { return folder_ / "failures" / hash; }

void Desk::lay_out(const gradebook::Gradebook& book,
                   const std::vector<std::string>& submissions) const {
  for (const char* part : {"submissions", "reports", "timings", "failures", "memory"}) {
    fs::create_directories(folder_ / part);
  }
  report::write_atomically(seed(), std::to_string(book.terms().seed) + "\n");
  fs::permissions(seed(), fs::perms::owner_read | fs::perms::owner_write);
  write_orders({book.terms(), submissions});
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

void Desk::write_orders(const Orders& orders) const {
  const gradebook::Terms& terms = orders.terms;
  const nlohmann::ordered_json json = {{"build", terms.build},
                                       {"labs", terms.labs},
                                       {"mnist", terms.mnist},
                                       {"isolation", terms.isolation},
                                       {"submissions", orders.submissions}};
  report::write_atomically(orders_file(), json.dump(1) + "\n");
}

Orders Desk::orders() const {
  Orders orders;
  try {
    const auto json = nlohmann::json::parse(content(orders_file()));
    json.at("build").get_to(orders.terms.build);
    json.at("labs").get_to(orders.terms.labs);
    json.at("mnist").get_to(orders.terms.mnist);
    json.at("isolation").get_to(orders.terms.isolation);
    json.at("submissions").get_to(orders.submissions);
  } catch (const nlohmann::json::exception& e) {
    throw std::runtime_error(orders_file().string() + " holds no orders: " + e.what());
  }
  return orders;
}

void Desk::order(const std::vector<std::string>& submissions) const {
  write_orders({orders().terms, submissions});
}

bool Desk::has_report(const std::string& hash) const { return fs::exists(report(hash)); }

void Desk::note_failure(const std::string& hash, const std::string& why) const {
  report::write_atomically(failure(hash), why);
}

Outcome Desk::collect(const std::string& hash) const {
  if (!has_report(hash)) return {std::nullopt, content(failure(hash)), {}};
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

void Desk::forget(const std::string& hash) const {
  for (const fs::path& file : {report(hash), timings(hash), failure(hash)}) fs::remove(file);
}

void Desk::clear(const std::string& hash) const {
  forget(hash);
  fs::remove_all(submission(hash));
}

}  // namespace gradus::classroom

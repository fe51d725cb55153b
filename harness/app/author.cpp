#include <algorithm>
#include <atomic>
#include <cstdio>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "app/commands.hpp"
#include "app/progress.hpp"
#include "app/project.hpp"
#include "author/corner.hpp"
#include "author/table.hpp"
#include "judge/judge.hpp"
#include "report/json.hpp"
#include "sandbox/process.hpp"
#include "toolchain/workspace.hpp"

namespace gradus::app {
namespace {

using author::Corner;
using author::Row;

/// One exercise under one way to compile, which a process of its own proves: the library of the
/// property tests is not made for threads.
struct Job {
  std::string slug;
  std::string build;  ///< name of a corner; empty: as for marks
};

std::vector<std::string> exercises_named(const std::string& what) {
  std::vector<std::string> slugs;
  for (const Lab* lab : labs_named(what)) {
    for (const Exercise& e : lab->exercises) {
      if (what.empty() || what == lab->name || what == e.slug) slugs.emplace_back(e.slug);
    }
  }
  return slugs;
}

std::vector<Job> jobs_for(const AuthorOptions& options) {
  std::vector<Job> jobs;
  const std::vector<std::string> slugs = exercises_named(options.what);
  for (const std::string& slug : slugs) jobs.push_back({slug, ""});
  std::vector<Corner> corners;
  if (!options.no_builds) corners = author::usual_corners();
  if (options.all_builds) corners = author::all_corners();
  for (const Corner& corner : corners) {
    for (const std::string& slug : slugs) jobs.push_back({slug, corner.name()});
  }
  return jobs;
}

Corner corner_named(const std::string& name) {
  for (const auto& corners : {author::usual_corners(), author::all_corners()}) {
    for (const Corner& corner : corners) {
      if (corner.name() == name) return corner;
    }
  }
  throw UsageError("There is no build '" + name + "'.");
}

/// What a child does.
int prove_one(const AuthorOptions& options, std::uint64_t seed) {
  const Exercise* exercise = find_exercise(options.what);
  if (exercise == nullptr) throw UsageError("--only-build takes one exercise.");
  const toolchain::Recipe parts = recipe();
  Row row{*options.only_build, {}};
  if (row.build.empty()) {
    row.report = author::prove(*exercise, parts, seed);
  } else {
    const Corner corner = corner_named(row.build);
    const toolchain::Workspace workspace;
    const auto program = author::build_variants(corner, options.what, parts, workspace.path());
    row.report = author::prove_variants(*exercise, program, corner.sanitized, seed);
  }
  std::fputs(author::to_json({row}).c_str(), stdout);
  return kFullMarks;
}

std::vector<Row> run(const Job& job, std::uint64_t seed) {
  using namespace std::chrono_literals;
  sandbox::Limits limits;
  limits.cpu = 3600s;
  limits.address_space = 0;
  limits.file_size = std::uint64_t{1} << 30;
  limits.open_files = 1024;
  limits.output = std::size_t{64} << 20;
  const auto self = std::filesystem::read_symlink("/proc/self/exe");
  const auto outcome = sandbox::run({{self.string(), "author", job.slug, "--only-build", job.build,
                                      "--seed", std::to_string(seed)}},
                                    limits, 3600s);
  if (!outcome.success()) {
    throw std::runtime_error(job.slug + (job.build.empty() ? "" : " (" + job.build + ")") + ": " +
                             (outcome.errors.empty() ? outcome.end.describe() : outcome.errors));
  }
  return author::rows_from_json(outcome.output);
}

}  // namespace

int author(const AuthorOptions& options) {
  const std::uint64_t seed = options.seed.value_or(judge::kPublicSeed);
  if (options.only_build) return prove_one(options, seed);

  const std::vector<Job> jobs = jobs_for(options);
  std::vector<std::vector<Row>> found(jobs.size());
  std::vector<std::string> failures;
  std::atomic<std::size_t> next{0};
  std::size_t done = 0;
  std::mutex mutex;
  Progress progress;
  const auto work = [&] {
    for (std::size_t i = next++; i < jobs.size(); i = next++) {
      std::string failure;
      try {
        found[i] = run(jobs[i], seed);
      } catch (const std::exception& e) {
        failure = e.what();
      }
      const std::scoped_lock lock(mutex);
      if (!failure.empty()) failures.push_back(failure);
      progress.show("proving: " + std::to_string(++done) + " of " + std::to_string(jobs.size()));
    }
  };
  {
    std::vector<std::jthread> threads;
    for (unsigned t = 1; t < std::max(1U, std::thread::hardware_concurrency()); ++t) {
      threads.emplace_back(work);
    }
    work();
  }
  progress.clear();
  std::vector<Row> rows;
  for (const auto& some : found) rows.insert(rows.end(), some.begin(), some.end());
  std::fputs(author::table(rows).c_str(), stdout);
  if (!options.json.empty()) report::write_atomically(options.json, author::to_json(rows));
  for (const std::string& failure : failures) std::printf("\nfailed: %s\n", failure.c_str());
  if (!failures.empty()) return kOurFault;
  return author::proven(rows) ? kFullMarks : kPointsLost;
}

}  // namespace gradus::app

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "app/progress.hpp"
#include "app/project.hpp"
#include "app/teaching/commands.hpp"
#include "author/alarms.hpp"
#include "author/corner.hpp"
#include "author/table.hpp"
#include "judge/judge.hpp"
#include "report/json.hpp"
#include "sandbox/process.hpp"
#include "sandbox/workspace.hpp"

namespace gradus::app {
namespace {

using author::Corner;
using author::Row;

/// What a process of its own does, since the library of the property tests is not made for threads:
/// an exercise under one way to compile.
struct Job {
  std::string slug;
  std::string build;  ///< name of a corner; empty: as for marks

  [[nodiscard]] std::string name() const {
    return slug + (build.empty() ? "" : " (" + build + ")");
  }
};

std::vector<std::string> slugs_named(const std::string& what) {
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
  const std::vector<std::string> slugs = slugs_named(options.what);
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
int work_alone(const AuthorOptions& options, std::uint64_t seed) {
  const Exercise* exercise = find_exercise(options.what);
  if (exercise == nullptr) throw UsageError("--only-build takes one exercise.");
  const toolchain::Recipe parts = recipe();
  if (options.false_alarms > 0) {
    const author::Alarms alarms = author::count_alarms(*exercise, parts, options.false_alarms);
    std::fputs(author::to_json(alarms).c_str(), stdout);
    return kFullMarks;
  }
  Row row{*options.only_build, {}};
  if (row.build.empty()) {
    row.report = author::prove(*exercise, parts, seed);
  } else {
    const Corner corner = corner_named(row.build);
    const sandbox::Workspace workspace;
    const auto program = author::build_variants(corner, options.what, parts, workspace.path());
    row.report = author::prove_variants(*exercise, program, corner.sanitized, seed);
  }
  std::fputs(author::to_json({row}).c_str(), stdout);
  return kFullMarks;
}

/// \return what the child printed
std::string run(const Job& job, std::vector<std::string> options) {
  using namespace std::chrono_literals;
  constexpr auto kTimeLimit = 5h;
  sandbox::Limits limits;
  limits.cpu = kTimeLimit;
  limits.address_space = 0;
  limits.file_size = std::uint64_t{1} << 30;
  limits.open_files = 1024;
  limits.output = std::size_t{64} << 20;
  options.insert(options.begin(),
                 {program().string(), "author", job.slug, "--only-build", job.build});
  const auto outcome = sandbox::run({std::move(options)}, limits, kTimeLimit);
  if (!outcome.success()) {
    throw std::runtime_error(job.name() + ": " +
                             (outcome.errors.empty() ? outcome.end.describe() : outcome.errors));
  }
  return outcome.output;
}

/// Runs jobs on every core.
struct Crew {
  std::vector<std::string> outputs;   ///< in the order of the jobs; empty where one failed
  std::vector<std::string> failures;  ///< ours

  Crew(const std::vector<Job>& jobs, const std::vector<std::string>& options)
      : outputs(jobs.size()) {
    std::atomic<std::size_t> next{0};
    std::size_t done = 0;
    std::mutex mutex;
    Progress progress;
    const auto work = [&] {
      for (std::size_t i = next++; i < jobs.size(); i = next++) {
        std::string failure;
        try {
          outputs[i] = run(jobs[i], options);
        } catch (const std::exception& e) {
          failure = e.what();
        }
        const std::scoped_lock lock(mutex);
        if (!failure.empty()) failures.push_back(failure);
        progress.show(std::to_string(++done) + " of " + std::to_string(jobs.size()) + ": " +
                      jobs[i].name());
      }
    };
    std::vector<std::jthread> threads;
    for (unsigned t = 1; t < std::max(1U, std::thread::hardware_concurrency()); ++t) {
      threads.emplace_back(work);
    }
    work();
    threads.clear();
  }
};

int finish(const Crew& crew, bool good) {
  for (const std::string& failure : crew.failures) std::printf("\nfailed: %s\n", failure.c_str());
  if (!crew.failures.empty()) return kOurFault;
  return good ? kFullMarks : kPointsLost;
}

int count_alarms(const AuthorOptions& options) {
  std::vector<Job> jobs;
  for (const std::string& slug : slugs_named(options.what)) jobs.push_back({slug, ""});
  const Crew crew(jobs, {"--false-alarms", std::to_string(options.false_alarms)});
  std::vector<author::Alarms> counts;
  bool silent = true;
  for (const std::string& output : crew.outputs) {
    if (output.empty()) continue;
    counts.push_back(author::alarms_from_json(output));
    silent = silent && counts.back().alarms.empty();
  }
  std::fputs(author::table(counts).c_str(), stdout);
  return finish(crew, silent);
}

}  // namespace

int author(const AuthorOptions& options) {
  const std::uint64_t seed = options.seed.value_or(judge::kPublicSeed);
  if (options.only_build) return work_alone(options, seed);
  if (options.false_alarms > 0) return count_alarms(options);

  const Crew crew(jobs_for(options), {"--seed", std::to_string(seed)});
  std::vector<Row> rows;
  for (const std::string& output : crew.outputs) {
    if (output.empty()) continue;
    const std::vector<Row> some = author::rows_from_json(output);
    rows.insert(rows.end(), some.begin(), some.end());
  }
  std::fputs(author::table(rows).c_str(), stdout);
  if (!options.json.empty()) report::write_atomically(options.json, author::to_json(rows));
  return finish(crew, author::proven(rows));
}

}  // namespace gradus::app

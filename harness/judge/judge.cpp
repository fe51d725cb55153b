#include "judge/judge.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <memory>

#include "diagnosis/investigate.hpp"
#include "judge/fingerprint.hpp"
#include "judge/mnist_run.hpp"
#include "judge/suite.hpp"
#include "mistakes/bank.hpp"
#include "sandbox/remote.hpp"
#include "score/score.hpp"
#include "specs/specs.hpp"
#include "toolchain/builder.hpp"
#include "toolchain/submission.hpp"

namespace gradus::judge {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using toolchain::SourceFile;

constexpr std::chrono::milliseconds kShortestCall = 500ms;
constexpr std::chrono::milliseconds kCauseBudget = 30s;

std::vector<const Exercise*> wanted(const Order& order) {
  std::vector<const Exercise*> exercises;
  for (const Lab* lab : order.labs) {
    for (const Exercise& e : lab->exercises) {
      if (order.only.empty() || e.slug == order.only) exercises.push_back(&e);
    }
  }
  return exercises;
}

/// The result of an exercise of which nothing has been tried yet.
ExerciseResult blank(const Exercise& e) {
  ExerciseResult result;
  result.slug = e.slug;
  result.title = e.title;
  result.file = e.file;
  result.notes = e.notes;
  result.out_of = e.points;
  for (const check::Check& c : specs::spec_of(e.slug).checks) {
    CheckResult check;
    check.slug = result.slug + "." + std::string(c.idea);
    check.claim = c.claim;
    check.kind = c.kind;
    check.out_of = c.points;
    result.checks.push_back(std::move(check));
  }
  return result;
}

void settle(ExerciseResult& result, Verdict verdict, std::string message) {
  for (CheckResult& c : result.checks) c.verdict = verdict;
  result.message = std::move(message);
  score(result);
}

sandbox::Limits worker_limits(const toolchain::Recipe& recipe) {
  sandbox::Limits limits;
  // A sanitizer reserves terabytes of addresses, so its programs cannot start under such a limit.
  if (recipe.sanitized) limits.address_space = 0;
  return limits;
}

Results blank_results(const Order& order, const toolchain::Recipe& recipe,
                      const sandbox::Confinement& confinement,
                      const toolchain::Submission& submission,
                      std::span<const Exercise* const> exercises) {
  Results results;
  results.fingerprint = fingerprint(recipe, submission, confinement.level(), order.seed);
  if (confinement.level() == sandbox::Isolation::kNone) {
    results.remarks.emplace_back(
        "UNSAFE: this code ran without isolation. It could read and change whatever the user who "
        "started the grader can.");
  }
  for (const std::string& file : submission.changed) {
    results.remarks.push_back("Your " + file +
                              " differs from the given one. It was not used: "
                              "given code is always the grader's own.");
  }
  for (const Lab* lab : order.labs) {
    LabResult result;
    result.name = lab->name;
    result.title = lab->title;
    for (const Exercise* e : exercises) {
      if (e->lab() == lab->name) result.exercises.push_back(blank(*e));
    }
    if (!result.exercises.empty()) results.labs.push_back(std::move(result));
  }
  return results;
}

/// Notes how long each part took, since the part before it.
class Stopwatch {
 public:
  explicit Stopwatch(std::vector<Timing>& timings) : timings_(timings) {}

  void lap(const std::string& what) {
    const auto now = std::chrono::steady_clock::now();
    timings_.push_back({what, std::chrono::duration<double>(now - last_).count()});
    last_ = now;
  }

 private:
  std::vector<Timing>& timings_;
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

const SourceFile& file_of(std::string_view slug, const toolchain::Submission& submission) {
  return submission.files.find(slug)->second;
}

std::optional<ExerciseResult> recall(const Memory* memory, const Exercise& e,
                                     const SourceFile& file) {
  if (memory == nullptr || file.state != SourceFile::State::kThere) return std::nullopt;
  return memory->recall(e, file.text);
}

/// Settles what needs no judging: files that are missing, and files that were judged before.
/// \return the exercises that are to be judged
std::vector<const Exercise*> settle_without_judging(Results& results, const Memory* memory,
                                                    const toolchain::Submission& submission) {
  std::vector<const Exercise*> others;
  for (LabResult& lab : results.labs) {
    for (ExerciseResult& result : lab.exercises) {
      const Exercise& e = *find_exercise(result.slug);
      const SourceFile& file = file_of(result.slug, submission);
      if (file.state == SourceFile::State::kMissing) {
        settle(result, Verdict::kNotStarted, "The file " + result.file + " is missing.");
      } else if (auto known = recall(memory, e, file)) {
        result = std::move(*known);
      } else {
        others.push_back(&e);
      }
    }
  }
  return others;
}

/// The exercises of a lab that were settled without judging: their files are not compiled yet.
std::vector<const Exercise*> settled_exercises(const LabResult& lab,
                                               std::span<const Exercise* const> judged) {
  std::vector<const Exercise*> settled;
  for (const ExerciseResult& result : lab.exercises) {
    const Exercise* e = find_exercise(result.slug);
    if (std::find(judged.begin(), judged.end(), e) == judged.end()) settled.push_back(e);
  }
  return settled;
}

/// Links the worker of an exercise.
/// \return an empty path if there is none; the result then says why
fs::path link_worker(const Exercise& e, toolchain::Builder& builder, ExerciseResult& result) {
  const toolchain::Built worker = builder.link_worker(e);
  result.advice = worker.advice;
  if (!worker.ok()) settle(result, Verdict::kDidNotBuild, worker.errors);
  return worker.file;
}

/// An exercise that is judged, and the program that answers for it.
struct Judged {
  const Exercise* exercise;
  fs::path worker;
  ExerciseResult* result;
  std::unique_ptr<sandbox::Subject> subject;
};

/// The command that starts a worker of the student's.
sandbox::Command confined(const sandbox::Confinement& confinement, const fs::path& worker,
                          std::vector<std::string> arguments = {}) {
  sandbox::Command command{{worker.string()}};
  command.argv.insert(command.argv.end(), arguments.begin(), arguments.end());
  return confinement.confine(command, {sandbox::Box::Task::kRun, {worker}, {}});
}

/// Looks for the cause of what failed. It cannot change a mark.
void find_cause(const Judged& judged, const toolchain::Recipe& recipe,
                const sandbox::Confinement& confinement, std::uint64_t seed) {
  const Exercise& e = *judged.exercise;
  const std::string slug(e.slug);
  // Shorter than in a check: right code answers at once, and several programs may loop here.
  const sandbox::TimeLimits time{std::max(e.call_limit / 4, kShortestCall), kCauseBudget};
  const auto play = [&](sandbox::Command command) {
    return std::make_unique<sandbox::Remote>(std::move(command), time, worker_limits(recipe));
  };
  const auto known = [&](const std::string& program, std::string_view version) {
    return play({{recipe.bank.at(program).string(), std::string(version)}});
  };
  const diagnosis::Actors actors{
      .student =
          [&](std::string_view fill) {
            return play(confined(confinement, judged.worker, {std::string(fill)}));
          },
      .right = [&] { return known("variants." + slug, mistakes::kSolution); },
      .known = [&](std::string_view name) { return known("mistakes." + slug, name); }};
  judged.result->finding = diagnosis::investigate(specs::spec_of(slug), actors, seed);
}

bool has_failed(const ExerciseResult& result) {
  return result.verdict != Verdict::kPassed && result.verdict != Verdict::kNotStarted &&
         result.verdict != Verdict::kHarnessError;
}

}  // namespace

Results judge(const Order& order, const toolchain::Recipe& recipe,
              const sandbox::Confinement& confinement, const Watcher& watcher) {
  const auto submission = toolchain::Submission::read(order.submission, order.labs, recipe.labs);
  const std::vector<const Exercise*> exercises = wanted(order);
  Results results = blank_results(order, recipe, confinement, submission, exercises);
  Stopwatch stopwatch(results.timings);

  watcher.step("compiling");
  toolchain::Builder builder(recipe, submission, confinement,
                             {.threads = order.threads, .objects = order.objects});
  const auto unknown = settle_without_judging(results, order.memory, submission);
  const auto is_unknown = [&](const Exercise& e) {
    return std::find(unknown.begin(), unknown.end(), &e) != unknown.end();
  };
  builder.compile(unknown);
  stopwatch.lap("compile");

  std::vector<Judged> judged;
  for (LabResult& lab : results.labs) {
    for (ExerciseResult& result : lab.exercises) {
      const Exercise& e = *find_exercise(result.slug);
      const fs::path worker = is_unknown(e) ? link_worker(e, builder, result) : fs::path();
      if (worker.empty()) {
        watcher.exercise(result);
        continue;
      }
      const sandbox::TimeLimits time{e.call_limit, e.budget};
      judged.push_back({&e, worker, &result,
                        std::make_unique<sandbox::Remote>(confined(confinement, worker), time,
                                                          worker_limits(recipe))});
    }
  }
  stopwatch.lap("link");

  watcher.step("checking");
  std::vector<Candidate> candidates;
  for (const Judged& j : judged) {
    candidates.push_back({&specs::spec_of(j.exercise->slug), j.subject.get(), j.result});
  }
  run_once(candidates, order.seed, [&](const ExerciseResult& result) {
    stopwatch.lap(result.slug);
    watcher.exercise(result);
  });

  for (Judged& j : judged) {
    j.subject.reset();
    if (!has_failed(*j.result)) continue;
    watcher.step("looking for the cause in " + j.result->slug);
    try {
      find_cause(j, recipe, confinement, order.seed);
    } catch (const std::exception& e) {
      results.remarks.push_back("The cause of what failed in " + j.result->slug +
                                " could not be looked for: " + e.what());
    }
  }
  if (!judged.empty()) stopwatch.lap("causes");

  if (order.memory != nullptr) {
    for (const Judged& j : judged) {
      if (!is_lasting(*j.result)) continue;
      order.memory->keep(*j.exercise, file_of(j.result->slug, submission).text, *j.result);
    }
  }

  mnist::LoadOptions source;
  if (order.mnist_folder == kSample) {
    source.wanted = mnist::source(mnist::Kind::sample);
  } else if (!order.mnist_folder.empty()) {
    source.given = order.mnist_folder;
  }
  MnistRun mnist(std::move(source), order.seed, worker_limits(recipe), confinement, watcher.step);
  for (LabResult& lab : results.labs) {
    if (order.mnist && order.only.empty()) {
      if (std::all_of(lab.exercises.begin(), lab.exercises.end(), opens_gate)) {
        builder.compile(settled_exercises(lab, unknown));
      }
      lab.mnist = mnist.score(*find_lab(lab.name), lab.exercises, builder);
      stopwatch.lap(lab.mnist->slug);
    }
    score(lab);
  }
  if (!mnist.notice().empty()) results.remarks.push_back(mnist.notice());
  return results;
}

}  // namespace gradus::judge

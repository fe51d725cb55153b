#include "judge/judge.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <memory>

#include "judge/fingerprint.hpp"
#include "judge/mnist_run.hpp"
#include "judge/suite.hpp"
#include "sandbox/remote.hpp"
#include "score/score.hpp"
#include "specs/specs.hpp"
#include "toolchain/builder.hpp"
#include "toolchain/submission.hpp"

namespace gradus::judge {
namespace {

using toolchain::SourceFile;

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
                      const toolchain::Submission& submission,
                      std::span<const Exercise* const> exercises) {
  Results results;
  results.fingerprint = fingerprint(recipe, submission, order.seed);
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

/// The exercises whose files were handed in.
std::vector<const Exercise*> handed_in(std::span<const Exercise* const> exercises,
                                       const toolchain::Submission& submission) {
  std::vector<const Exercise*> present;
  std::copy_if(exercises.begin(), exercises.end(), std::back_inserter(present),
               [&](const Exercise* e) {
                 return submission.files.find(e->slug)->second.state != SourceFile::State::kMissing;
               });
  return present;
}

/// Links the worker of an exercise.
/// \return nothing if there is none; the result then says why
std::unique_ptr<sandbox::Subject> make_subject(const Exercise& e, const toolchain::Builder& builder,
                                               const toolchain::Recipe& recipe,
                                               ExerciseResult& result) {
  const toolchain::Built worker = builder.link_worker(e);
  result.advice = worker.advice;
  if (!worker.ok()) {
    settle(result, Verdict::kDidNotBuild, worker.errors);
    return nullptr;
  }
  return std::make_unique<sandbox::Remote>(worker.file, sandbox::TimeLimits{e.call_limit, e.budget},
                                           worker_limits(recipe));
}

}  // namespace

Results judge(const Order& order, const toolchain::Recipe& recipe, const Watcher& watcher) {
  const auto submission = toolchain::Submission::read(order.submission, order.labs, recipe.labs);
  const std::vector<const Exercise*> exercises = wanted(order);
  Results results = blank_results(order, recipe, submission, exercises);
  Stopwatch stopwatch(results.timings);

  watcher.step("compiling");
  toolchain::Builder builder(recipe, submission);
  const std::vector<const Exercise*> present = handed_in(exercises, submission);
  builder.compile(present);
  stopwatch.lap("compile");

  std::vector<std::unique_ptr<sandbox::Subject>> subjects;
  std::vector<Candidate> candidates;
  for (LabResult& lab : results.labs) {
    for (ExerciseResult& result : lab.exercises) {
      const Exercise& e = *find_exercise(result.slug);
      std::unique_ptr<sandbox::Subject> subject;
      if (std::find(present.begin(), present.end(), &e) == present.end()) {
        settle(result, Verdict::kNotStarted, "The file " + result.file + " is missing.");
      } else {
        subject = make_subject(e, builder, recipe, result);
      }
      if (!subject) {
        watcher.exercise(result);
        continue;
      }
      candidates.push_back({&specs::spec_of(e.slug), subject.get(), &result});
      subjects.push_back(std::move(subject));
    }
  }
  stopwatch.lap("link");

  watcher.step("checking");
  run_once(candidates, order.seed, [&](const ExerciseResult& result) {
    stopwatch.lap(result.slug);
    watcher.exercise(result);
  });
  subjects.clear();

  mnist::LoadOptions source;
  if (!order.mnist_folder.empty()) source.given = order.mnist_folder;
  MnistRun mnist(std::move(source), order.seed, worker_limits(recipe), watcher.step);
  for (LabResult& lab : results.labs) {
    if (order.mnist && order.only.empty()) {
      lab.mnist = mnist.score(*find_lab(lab.name), lab.exercises, builder);
      stopwatch.lap(lab.mnist->slug);
    }
    score(lab);
  }
  if (!mnist.notice().empty()) results.remarks.push_back(mnist.notice());
  return results;
}

}  // namespace gradus::judge

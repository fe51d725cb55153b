#include "classroom/grading.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "sandbox/process.hpp"

namespace gradus::classroom {
namespace {

using gradebook::Outcome;
using namespace std::chrono_literals;

/// Exercises and training have limits of their own, which add up to less.
constexpr auto kTimeLimit = 2h;
constexpr int kAttempts = 2;

std::string last_words(const sandbox::Outcome& judge) {
  if (judge.timed_out) return "the judge did not come to an end";
  return "the judge " + judge.end.describe() + (judge.errors.empty() ? "" : ": " + judge.errors);
}

/// Runs one judge to its end.
Outcome judge(const Desk& desk, const std::vector<std::string>& command,
              const std::string& submission) {
  sandbox::Limits limits;
  limits.cpu = kTimeLimit;
  limits.address_space = 0;
  limits.file_size = std::uint64_t{1} << 30;
  limits.open_files = 1024;
  const sandbox::Outcome ended = sandbox::run({command}, limits, kTimeLimit);
  Outcome outcome = desk.collect(submission);
  if (!outcome.results && outcome.failure.empty()) outcome.failure = last_words(ended);
  return outcome;
}

Outcome judge_patiently(const Desk& desk, const std::vector<std::string>& command,
                        const std::string& submission) {
  Outcome outcome;
  for (int attempt = 0; attempt < kAttempts && !outcome.results; ++attempt) {
    try {
      outcome = judge(desk, command, submission);
    } catch (const std::exception& e) {
      outcome.failure = e.what();
    }
  }
  return outcome;
}

}  // namespace

void grade(gradebook::Gradebook& book, const Desk& desk, const std::filesystem::path& program,
           unsigned jobs, const std::function<void(const Standing&)>& watch) {
  const std::vector<std::string> waiting = book.ungraded();
  const gradebook::Terms terms = book.terms();
  desk.lay_out(book, waiting);

  const auto start = std::chrono::steady_clock::now();
  std::mutex mutex;
  Standing standing{0, waiting.size(), {}};
  std::exception_ptr fatal;
  std::atomic<std::size_t> next{0};
  const auto keep = [&](const std::string& submission, const Outcome& outcome) {
    const std::scoped_lock lock(mutex);
    book.keep(submission, outcome);
    if (outcome.results) desk.clear(submission);
    ++standing.done;
    const auto spent = std::chrono::steady_clock::now() - start;
    standing.left = std::chrono::duration_cast<std::chrono::seconds>(
        spent / standing.done * (standing.all - standing.done));
    watch(standing);
  };
  const auto work = [&] {
    try {
      for (std::size_t i = next++; i < waiting.size(); i = next++) {
        // A judge may have come to its end after the one who led the run was killed.
        Outcome outcome = desk.collect(waiting[i]);
        if (!outcome.results) {
          outcome = judge_patiently(desk, desk.command(program, terms, waiting[i]), waiting[i]);
        }
        keep(waiting[i], outcome);
      }
    } catch (...) {
      const std::scoped_lock lock(mutex);
      if (!fatal) fatal = std::current_exception();
      next = waiting.size();
    }
  };
  {
    std::vector<std::jthread> threads;
    for (unsigned t = 1; t < std::max(1U, jobs); ++t) threads.emplace_back(work);
    work();
  }
  if (fatal) std::rethrow_exception(fatal);
}

}  // namespace gradus::classroom

#include "judge/suite.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <gtest/gtest.h>
#include <stdexcept>
#include <string>
#include <vector>

#include "score/score.hpp"

namespace gradus::judge {
namespace {

/// A check as a GoogleTest test. The verdict and the story go straight into the results:
/// GoogleTest's own files are written at the end only, and hold no verdict but pass and fail.
class CheckTest : public ::testing::Test {
 public:
  CheckTest(const Candidate& candidate, std::size_t number, std::uint64_t seed)
      : candidate_(candidate), number_(number), seed_(seed) {}

  void TestBody() override {
    ExerciseResult& exercise = *candidate_.result;
    CheckResult& result = exercise.checks[number_];
    // An earlier check has ended the exercise.
    if (result.verdict == Verdict::kNotStarted) return;
    result.verdict = Verdict::kHarnessError;  // Until we know better.
    const check::Check& check = candidate_.spec->checks[number_];
    check::Result found = check::run(check, candidate_.spec->exercise, *candidate_.subject, seed_);
    result.verdict = found.verdict;
    result.story = std::move(found.story);
    result.cases = found.cases;
    result.failed = std::move(found.failed);
    if (result.verdict == Verdict::kNotStarted) {
      for (std::size_t i = number_; i < exercise.checks.size(); ++i) {
        exercise.checks[i].verdict = Verdict::kNotStarted;
      }
    }
    if (result.verdict != Verdict::kPassed) ADD_FAILURE() << result.story.got;
  }

 private:
  const Candidate& candidate_;
  std::size_t number_;
  std::uint64_t seed_;
};

class Announcer : public ::testing::EmptyTestEventListener {
 public:
  Announcer(std::span<const Candidate> candidates,
            const std::function<void(const ExerciseResult&)>& finished)
      : candidates_(candidates), finished_(finished) {}

  void OnTestSuiteEnd(const ::testing::TestSuite& suite) override {
    const auto done = std::find_if(
        candidates_.begin(), candidates_.end(),
        [&](const Candidate& candidate) { return candidate.spec->exercise == suite.name(); });
    done->result->printed = done->subject->printed();
    score(*done->result);
    if (finished_) finished_(*done->result);
  }

 private:
  std::span<const Candidate> candidates_;
  const std::function<void(const ExerciseResult&)>& finished_;
};

/// GoogleTest copies most of its environment variables into its flags before main() begins, so that
/// the flags must be set back; a few are read later.
void ignore_environment() {
  GTEST_FLAG_SET(also_run_disabled_tests, true);
  GTEST_FLAG_SET(break_on_failure, false);
  GTEST_FLAG_SET(catch_exceptions, true);
  GTEST_FLAG_SET(fail_fast, false);
  GTEST_FLAG_SET(filter, "*");
  GTEST_FLAG_SET(flagfile, "");
  GTEST_FLAG_SET(install_failure_signal_handler, false);
  GTEST_FLAG_SET(list_tests, false);
  GTEST_FLAG_SET(output, "");
  GTEST_FLAG_SET(repeat, 1);
  GTEST_FLAG_SET(shuffle, false);
  GTEST_FLAG_SET(stream_result_to, "");
  GTEST_FLAG_SET(throw_on_failure, false);
  for (const char* variable : {"GTEST_TOTAL_SHARDS", "GTEST_SHARD_INDEX", "GTEST_SHARD_STATUS_FILE",
                               "TEST_PREMATURE_EXIT_FILE"}) {
    ::unsetenv(variable);
  }
}

}  // namespace

void run_once(std::span<const Candidate> candidates, std::uint64_t seed,
              const std::function<void(const ExerciseResult&)>& finished) {
  static bool used = false;
  if (std::exchange(used, true)) throw std::logic_error("one suite of checks per process");
  if (candidates.empty()) return;

  ignore_environment();
  std::array<char, 7> name = {"gradus"};
  std::array<char*, 2> argv = {name.data(), nullptr};
  int argc = 1;
  ::testing::InitGoogleTest(&argc, argv.data());
  for (const Candidate& candidate : candidates) {
    for (std::size_t i = 0; i < candidate.spec->checks.size(); ++i) {
      ::testing::RegisterTest(
          std::string(candidate.spec->exercise).c_str(),
          std::string(candidate.spec->checks[i].idea).c_str(), nullptr, nullptr, __FILE__, __LINE__,
          [&candidate, i, seed]() -> CheckTest* { return new CheckTest(candidate, i, seed); });
    }
  }
  auto& listeners = ::testing::UnitTest::GetInstance()->listeners();
  delete listeners.Release(listeners.default_result_printer());
  listeners.Append(new Announcer(candidates, finished));
  // What passed and failed is in the results, not in the return value.
  [[maybe_unused]] const int failed = RUN_ALL_TESTS();
}

}  // namespace gradus::judge

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/judge/program.hpp"
#include "tests/mnist/temporary_folder.hpp"

namespace gradus::judge {
namespace {

using mnist::test::TemporaryFolder;

std::string probe(const std::string& scenario,
                  const std::vector<test::Variable>& environment = {}) {
  const auto outcome = test::run_program({GRADUS_SUITE_PROBE, scenario}, environment);
  EXPECT_TRUE(outcome.success()) << outcome.end.describe() << "\n" << outcome.errors;
  return outcome.output;
}

constexpr const char* kPlain =
    "finished tp1.b 300\n"
    "finished tp1.a 400\n"
    "tp1.b wrong 300 printed\n"
    "  passed 200 \n"
    "  wrong 0 g\n"
    "  passed 100 \n"
    "tp1.a passed 400 printed\n"
    "  passed 200 \n"
    "  passed 100 \n"
    "  passed 100 \n";

TEST(Suite, EveryCheckRunsInTheOrderOfTheCatalogue) { EXPECT_EQ(probe("plain"), kPlain); }

TEST(Suite, NothingInTheEnvironmentChangesAMark) {
  const TemporaryFolder folder;
  std::ofstream(folder / "flags") << "--gtest_filter=none\n";
  for (const auto& variable : test::misleading_environment(folder.path().string())) {
    EXPECT_EQ(probe("plain", {variable}), kPlain) << variable.first << "=" << variable.second;
  }
  EXPECT_EQ(probe("plain", {{"GTEST_TOTAL_SHARDS", "2"}, {"GTEST_SHARD_INDEX", "1"}}), kPlain);
  EXPECT_EQ(probe("plain", test::misleading_environment(folder.path().string())), kPlain);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1)
      << "no file is written";
}

TEST(Suite, AnUntouchedStubEndsTheExercise) {
  EXPECT_EQ(probe("untouched"),
            "finished tp1.a 0\n"
            "tp1.a not_started 0 printed\n"
            "  not_started 0 stub\n"
            "  not_started 0 \n"
            "  not_started 0 \n");
}

TEST(Suite, WhatWasProvenBeforeAStubWasReachedStays) {
  EXPECT_EQ(probe("half_done"),
            "finished tp1.a 200\n"
            "tp1.a not_started 200 printed\n"
            "  passed 200 \n"
            "  not_started 0 stub\n"
            "  not_started 0 \n");
}

TEST(Suite, ATimeOutCostsItsOwnExerciseAlone) {
  EXPECT_EQ(probe("hang"),
            "finished tp1.a 200\n"
            "finished tp1.b 400\n"
            "tp1.a timed_out 200 printed\n"
            "  passed 200 \n"
            "  timed_out 0 too long\n"
            "  unfinished 0 not tried\n"
            "tp1.b passed 400 printed\n"
            "  passed 200 \n"
            "  passed 100 \n"
            "  passed 100 \n");
}

TEST(Suite, AFaultOfOursIsHeldBack) {
  EXPECT_EQ(probe("our_fault"),
            "finished tp1.a 300\n"
            "tp1.a harness_error 300 printed\n"
            "  passed 200 \n"
            "  harness_error 0 our fault\n"
            "  passed 100 \n");
}

TEST(Suite, WhateverIsThrownIsNoPass) {
  EXPECT_EQ(probe("odd_fault"),
            "finished tp1.a 300\n"
            "tp1.a harness_error 300 printed\n"
            "  passed 200 \n"
            "  harness_error 0 \n"
            "  passed 100 \n");
}

TEST(Suite, RunsOncePerProcess) { EXPECT_EQ(probe("twice"), "refused\n"); }

}  // namespace
}  // namespace gradus::judge

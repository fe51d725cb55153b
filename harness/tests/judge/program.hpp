#pragma once

#include <chrono>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "sandbox/process.hpp"

namespace gradus::test {

/// A variable of the environment and its value.
using Variable = std::pair<std::string, std::string>;

/// Names the folder for compiled files: of our environment a program finds nothing else.
inline std::string objects_variable() {
  const char* folder = std::getenv("GRADUS_OBJECTS");
  return std::string("GRADUS_OBJECTS=") + (folder != nullptr ? folder : "");
}

/// Runs a program to its end, with these variables in its environment.
inline sandbox::Outcome run_program(std::vector<std::string> argv,
                                    const std::vector<Variable>& environment = {}) {
  sandbox::Command command{{"env", objects_variable()}};
  for (const auto& [name, value] : environment) command.argv.push_back(name + "=" + value);
  command.argv.insert(command.argv.end(), argv.begin(), argv.end());
  sandbox::Limits limits;
  limits.cpu = std::chrono::seconds(600);
  limits.address_space = 0;
  limits.open_files = 1024;
  limits.output = std::size_t{1} << 20;
  return sandbox::run(command, limits, std::chrono::seconds(250));
}

/// What can be in somebody's shell and must change nothing.
inline std::vector<Variable> misleading_environment(const std::string& folder) {
  return {{"GTEST_ALSO_RUN_DISABLED_TESTS", "0"},
          {"GTEST_BREAK_ON_FAILURE", "1"},
          {"GTEST_CATCH_EXCEPTIONS", "0"},
          {"GTEST_FAIL_FAST", "1"},
          {"GTEST_FILTER", "none"},
          {"GTEST_FLAGFILE", folder + "/flags"},
          {"GTEST_OUTPUT", "xml:" + folder + "/out.xml"},
          {"GTEST_RANDOM_SEED", "3"},
          {"GTEST_REPEAT", "3"},
          {"GTEST_SHARD_INDEX", "1"},
          {"GTEST_SHUFFLE", "1"},
          {"GTEST_STREAM_RESULT_TO", "localhost:1"},
          {"GTEST_THROW_ON_FAILURE", "1"},
          {"GTEST_TOTAL_SHARDS", "2"},
          {"RC_PARAMS", "max_success=0"},
          {"TESTBRIDGE_TEST_ONLY", "none"},
          {"TESTBRIDGE_TEST_RUNNER_FAIL_FAST", "1"},
          {"TEST_PREMATURE_EXIT_FILE", folder + "/premature"},
          {"XML_OUTPUT_FILE", folder + "/too.xml"}};
}

}  // namespace gradus::test

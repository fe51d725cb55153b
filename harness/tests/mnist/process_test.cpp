#include "mnist/process.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <thread>

#include "temporary_folder.hpp"

namespace gradus::mnist {
namespace {

namespace fs = std::filesystem;
using std::chrono::seconds;
using test::TemporaryFolder;
using test::write_script;

constexpr seconds kEnough{60};

class Process : public testing::Test {
 protected:
  ProgramResult run(const std::string& script, seconds deadline = kEnough) {
    write_script(folder_ / "program", script);
    return run_program({(folder_ / "program").string(), "first", "second word"}, folder_.path(),
                       deadline);
  }

  TemporaryFolder folder_;
};

TEST_F(Process, ReportsSuccessAndTheLastWordsOfBothOutputs) {
  const ProgramResult result = run("echo \"$1/$2\"; echo second >&2\n");
  EXPECT_TRUE(result.ok());
  EXPECT_EQ(result.message, "first/second word; second");
}

TEST_F(Process, ReportsTheExitCode) {
  const ProgramResult result = run("exit 22\n");
  EXPECT_FALSE(result.ok());
  EXPECT_EQ(result.exit_code, 22);
}

TEST_F(Process, ReportsADeathBySignal) { EXPECT_EQ(run("kill -9 $$\n").exit_code, 128 + 9); }

TEST_F(Process, ReportsAProgramThatCannotStart) {
  EXPECT_EQ(run_program({"/nonexistent/program"}, folder_.path(), kEnough).exit_code, 127);
}

TEST_F(Process, GivesNoInput) { EXPECT_EQ(run("cat; echo end\n").message, "end"); }

TEST_F(Process, RunsInTheFolder) {
  EXPECT_EQ(run("pwd -P\n").message, fs::canonical(folder_.path()).string());
}

TEST_F(Process, KeepsAFloodOfOutputBounded) {
  const ProgramResult result =
      run("i=0; while [ $i -lt 20000 ]; do echo line $i; i=$((i+1)); done\n");
  EXPECT_TRUE(result.ok());
  EXPECT_EQ(result.message, "line 19997; line 19998; line 19999");
}

TEST_F(Process, MakesControlCharactersHarmless) {
  EXPECT_EQ(run("printf 'a\\033[31mb\\007c'\n").message, "a [31mb c");
}

/// True while the process runs; a dead one that nobody has collected yet does not.
bool is_running(int process) {
  std::ifstream stat("/proc/" + std::to_string(process) + "/stat");
  std::string id;
  std::string name;
  std::string state;
  return static_cast<bool>(stat >> id >> name >> state) && state != "Z";
}

TEST_F(Process, KillsAtTheDeadlineWithAllItsChildren) {
  const ProgramResult result = run("sleep 1000 & echo $! > child; wait\n", seconds(3));
  EXPECT_TRUE(result.timed_out);
  EXPECT_FALSE(result.ok());
  int child = 0;
  ASSERT_TRUE(std::ifstream(folder_ / "child") >> child);
  for (int i = 0; i < 1000 && is_running(child); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  EXPECT_FALSE(is_running(child));
}

TEST_F(Process, DoesNotWaitForAGrandchildThatHoldsTheOutput) {
  const ProgramResult result = run("sleep 1000 & echo $! > child; echo done\n");
  EXPECT_TRUE(result.ok());
  EXPECT_EQ(result.message, "done");
  int child = 0;
  ASSERT_TRUE(std::ifstream(folder_ / "child") >> child);
  ::kill(child, SIGKILL);
}

TEST_F(Process, FindsExecutableProgramsOnly) {
  const std::string path = "/nonexistent::" + folder_.path().string();
  EXPECT_EQ(find_program("tool", path), std::nullopt);
  write_script(folder_ / "tool", "exit 0\n");
  EXPECT_EQ(find_program("tool", path), folder_ / "tool");
  fs::permissions(folder_ / "tool", fs::perms::owner_read);
  EXPECT_EQ(find_program("tool", path), std::nullopt);
  fs::create_directory(folder_ / "directory");
  EXPECT_EQ(find_program("directory", path), std::nullopt);
}

}  // namespace
}  // namespace gradus::mnist

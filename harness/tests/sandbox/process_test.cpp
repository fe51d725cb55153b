#include "sandbox/process.hpp"

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

#include "tests/mnist/temporary_folder.hpp"
#include "tests/support/processes.hpp"

namespace gradus::sandbox {
namespace {

using namespace std::chrono_literals;
using mnist::test::TemporaryFolder;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

Outcome shell(const std::string& script, const Limits& limits = {},
              std::chrono::milliseconds time = 30s) {
  return run({{"sh", "-c", script}}, limits, time);
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> found;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) found.push_back(line);
  return found;
}

TEST(Process, OutputAndErrorsAreKeptApart) {
  const Outcome outcome = shell("echo out; echo err >&2; exit 3");
  EXPECT_EQ(outcome.output, "out\n");
  EXPECT_EQ(outcome.errors, "err\n");
  EXPECT_EQ(outcome.end.kind, End::Kind::kExited);
  EXPECT_EQ(outcome.end.code, 3);
  EXPECT_EQ(outcome.end.describe(), "exited with status 3");
  EXPECT_FALSE(outcome.success());
}

TEST(Process, ASignalIsNamed) {
  const Outcome outcome = shell("kill -SEGV $$");
  EXPECT_EQ(outcome.end.kind, End::Kind::kSignalled);
  EXPECT_EQ(outcome.end.describe(), "was ended by signal 11 (Segmentation fault)");
}

TEST(Process, TheCallersEnvironmentStaysOutside) {
  ::setenv("GRADUS_TEST_SECRET", "token", 1);
  const Outcome outcome = run({{"env"}}, {}, 30s);
  EXPECT_THAT(lines(outcome.output),
              UnorderedElementsAre("PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=/nonexistent",
                                   "GLIBC_TUNABLES=glibc.malloc.hugetlb=1"));
}

TEST(Process, DescriptorsOfTheGraderAreNotInherited) {
  const TemporaryFolder folder;
  const int leak = ::open(folder.path().c_str(), O_RDONLY | O_DIRECTORY);  // Without O_CLOEXEC.
  ASSERT_GE(leak, 0);
  ASSERT_GE(::fcntl(leak, F_DUPFD, 200), 200);
  // Number 3 is the listing's own.
  EXPECT_EQ(run({{"ls", "/proc/self/fd"}}, {}, 30s).output, "0\n1\n2\n3\n");
}

TEST(Process, StandardInputIsEmpty) {
  EXPECT_EQ(shell("wc -c").output, "0\n");
  EXPECT_EQ(run({{"readlink", "/proc/self/fd/0"}}, {}, 30s).output, "/dev/null\n");
}

TEST(Process, ItLeadsAProcessGroupOfItsOwn) {
  const auto fields = lines(shell("cut -d' ' -f5 /proc/$$/stat; echo $$").output);
  ASSERT_EQ(fields.size(), 2U);
  EXPECT_EQ(fields[0], fields[1]);
  EXPECT_NE(fields[0], std::to_string(::getpgrp()));
}

TEST(Process, LimitsAreSetBeforeItStarts) {
  Limits limits;
  limits.cpu = 7s;
  limits.open_files = 33;
  limits.address_space = std::uint64_t{1} << 30;
  const Outcome outcome = shell("ulimit -t; ulimit -n; ulimit -v; ulimit -c; ulimit -Hc", limits);
  EXPECT_EQ(outcome.output, "7\n33\n1048576\n0\n0\n");
}

TEST(Process, NoPrivilegesCanBeGained) {
  EXPECT_THAT(run({{"cat", "/proc/self/status"}}, {}, 30s).output, HasSubstr("NoNewPrivs:\t1"));
}

TEST(Process, FilesThatItWritesEndAtTheLimit) {
  const TemporaryFolder folder;
  Limits limits;
  limits.file_size = 1000;
  const Outcome outcome = run({{"head", "-c", "5000", "/dev/zero"}, folder.path()}, limits, 30s);
  EXPECT_EQ(outcome.output.size(), 5000U) << "pipes are not files";
  EXPECT_FALSE(shell("head -c 5000 /dev/zero > " + (folder / "file").string(), limits).success());
  EXPECT_EQ(std::filesystem::file_size(folder / "file"), 1000U);
}

TEST(Process, OutputIsKeptUpToTheLimitAndReadOn) {
  Limits limits;
  limits.output = 1000;
  const Outcome outcome = shell("head -c 3000000 /dev/zero; echo end >&2", limits);
  EXPECT_TRUE(outcome.success()) << "it is not stopped by a full pipe";
  EXPECT_EQ(outcome.output.size(), 1000U);
  EXPECT_EQ(outcome.errors, "end\n");
}

TEST(Process, EndlessOutputEndsAtTheDeadline) {
  const Outcome outcome = shell("yes & yes & yes", {}, 300ms);
  EXPECT_TRUE(outcome.timed_out);
  EXPECT_EQ(outcome.output.size(), Limits{}.output);
}

TEST(Process, AProgramThatClosesItsOutputAndLivesOnIsStillWaitedFor) {
  EXPECT_TRUE(shell("exec >&- 2>&-; exec sleep 100", {}, 200ms).timed_out);
}

TEST(Process, TheWholeGroupEndsWithIt) {
  Process process({{"sh", "-c", "(trap '' TERM HUP; sleep 100) & echo $!; sleep 100"}}, {});
  while (process.output().empty()) process.drain();
  const pid_t child = std::stoi(process.output());
  EXPECT_TRUE(test::is_running(child));
  process.kill();
  EXPECT_TRUE(test::ends_soon(child));
}

TEST(Process, WhatItLeavesRunningEndsWhenItEnds) {
  Process process({{"sh", "-c", "sleep 100 >/dev/null 2>&1 & echo $!"}}, {});
  EXPECT_TRUE(process.wait_until(Clock::now() + 30s));
  EXPECT_TRUE(test::ends_soon(std::stoi(process.output())));
}

TEST(Process, ItDiesWithTheGrader) {
  std::array<int, 2> channel{};
  ASSERT_EQ(::pipe(channel.data()), 0);
  const pid_t grader = ::fork();
  if (grader == 0) {
    Process process({{"sh", "-c", "echo $$; exec sleep 100"}}, {});
    while (process.output().find('\n') == std::string::npos) process.drain();
    const ssize_t n = ::write(channel[1], process.output().data(), process.output().size());
    ::raise(n > 0 ? SIGKILL : SIGABRT);
  }
  std::array<char, 32> text{};
  ASSERT_GT(::read(channel[0], text.data(), text.size() - 1), 0);
  ::waitpid(grader, nullptr, 0);
  EXPECT_TRUE(test::ends_soon(std::stoi(text.data())));
}

TEST(Process, WhatCannotBeStartedIsAnErrorThatNamesIt) {
  const TemporaryFolder folder;
  std::ofstream(folder / "text") << "not a program";
  for (const std::string& program :
       {std::string("/nonexistent/program"), (folder / "text").string(), folder.path().string()}) {
    try {
      Process process({{program}}, {});
      ADD_FAILURE() << program << " was started";
    } catch (const std::system_error& e) {
      EXPECT_THAT(e.what(), HasSubstr("cannot start " + program));
    }
  }
  EXPECT_THROW(Process({{"true"}, "/nonexistent"}, {}), std::system_error);
  EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1) << "nothing is left to reap";
}

TEST(Process, ProgramsAreNotLookedForInTheCallersPath) {
  const TemporaryFolder folder;
  mnist::test::write_script(folder / "true", "echo trojan");
  ::setenv("PATH", folder.path().c_str(), 1);
  const Outcome outcome = run({{"true"}}, {}, 30s);
  EXPECT_TRUE(outcome.success());
  EXPECT_EQ(outcome.output, "");
}

TEST(Process, TheChannelIsDescriptorThree) {
  Process process({{"sh", "-c", "echo hello >&3; cat <&3"}}, {}, Process::Channel::kSocket);
  ASSERT_GE(process.channel(), 0);
  std::array<char, 16> text{};
  ssize_t n = -1;
  while (n < 0) n = ::read(process.channel(), text.data(), text.size());
  EXPECT_EQ(std::string(text.data(), static_cast<std::size_t>(n)), "hello\n");
}

TEST(Process, NoChannelIsOpenUnlessAsked) {
  const Process process({{"true"}}, {});
  EXPECT_EQ(process.channel(), -1);
  EXPECT_THAT(shell("echo >&3").errors, HasSubstr("Bad file descriptor"));
}

}  // namespace
}  // namespace gradus::sandbox

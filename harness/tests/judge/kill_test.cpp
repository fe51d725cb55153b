// The grader itself is ended in the middle of its work, or runs out of disk: nothing half-done is
// ever read as a result, nothing stays behind, and the next run starts over.
#include <chrono>
#include <csignal>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <thread>
#include <unistd.h>

#include "tests/judge/grading.hpp"

namespace gradus::judge {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

constexpr unsigned kSeed = 20261124;

/// Needs all the time that its calls may take: the grader is always in the middle of something.
const std::string kSlow =
    softmax("for (volatile long i = 0; i < 400'000'000; i = i + 1) {} return logits;");
const std::string kRightSoftmax =
    softmax("const nn::Vector e = exp(logits - max(logits)); return e / sum(e);");

class Killed : public Grade {
 protected:
  /// Starts a grading and ends it with this signal after a while.
  void end_after(std::chrono::milliseconds while_, int signal) const {
    sandbox::Limits limits;
    limits.address_space = 0;
    limits.open_files = 1024;
    sandbox::Process grader(
        {{"env", "TMPDIR=" + (folder_ / "tmp").string(), GRADUS_PROGRAM, "grade",
          submission_.string(), "--lab", "tp1", "--no-mnist", "--json", json_.string()}},
        limits);
    std::this_thread::sleep_for(while_);
    grader.signal(signal);
    EXPECT_TRUE(grader.wait_until(sandbox::Clock::now() + 30s));
  }

  /// No report, or a whole one.
  void expect_no_half_report() const {
    if (!fs::exists(json_)) return;
    const json results = json::parse(test::content(json_), nullptr, false);
    EXPECT_FALSE(results.is_discarded()) << "half of a report";
    EXPECT_EQ(test::complaints(results), "");
  }

  void expect_nobody_works_there() const {
    for (const auto& process : fs::directory_iterator("/proc")) {
      const std::string line = test::content(process.path() / "cmdline");
      if (line.find((folder_ / "tmp").string()) == std::string::npos) continue;
      EXPECT_TRUE(test::ends_soon(std::stoi(process.path().filename()))) << line;
    }
  }

  fs::path json_ = folder_ / "results.json";
};

TEST_F(Killed, AtAnyMomentNothingIsHalfDoneAndNobodyStays) {
  hand_in("tp1/softmax.cpp", kSlow);
  hand_in("tp1/nll.cpp", test::content(fs::path(GRADUS_SOLUTIONS) / "tp1/nll.cpp"));
  std::mt19937 random(kSeed);
  std::uniform_int_distribution<int> moment(5, 2500);
  for (const int signal : {SIGKILL, SIGTERM, SIGKILL, SIGINT, SIGKILL, SIGKILL}) {
    const int after = moment(random);
    SCOPED_TRACE("signal " + std::to_string(signal) + " after " + std::to_string(after) + " ms");
    end_after(std::chrono::milliseconds(after), signal);
    expect_no_half_report();
    expect_nobody_works_there();
  }
  // The next run clears away what they left, and is not disturbed by it.
  hand_in("tp1/softmax.cpp", kRightSoftmax);
  const Grading run = grade();
  EXPECT_EQ(run.status, 0) << run.errors;
  EXPECT_EQ(run.exercise().at("verdict"), "passed");
}

/// What a grading does on a disk of this size, where it works or where it writes its report.
class FullDisk : public Grade {
 protected:
  void SetUp() override {
    if (::geteuid() != 0) GTEST_SKIP() << "only root can mount a small disk";
    // In a chroot not even root can: / is no mount point there.
    const auto trial = test::run_program({"unshare", "--mount", "true"});
    if (trial.end.code != 0) GTEST_SKIP() << "no mounts of one's own here: " << trial.errors;
    fs::create_directory(disk_);
  }
  /// \param before what to do on the disk first
  [[nodiscard]] sandbox::Outcome grade_on_disk(const std::string& size, const std::string& before,
                                               const std::string& work_folder,
                                               const std::string& options) const {
    const std::string disk = disk_.string();
    return test::run_program({"unshare", "--mount", "sh", "-c",
                              "mount -t tmpfs -o size=" + size + ",mode=0755 gradus " + disk +
                                  " && { " + before + "; TMPDIR=" + work_folder + " " +
                                  GRADUS_PROGRAM + " grade " + submission_.string() +
                                  " --exercise tp1.softmax --no-mnist " + options +
                                  "; status=$?; ls -A " + disk + " >&2; exit $status; }"});
  }
  fs::path disk_ = folder_ / "disk";
};

TEST_F(FullDisk, WhereItWorksIsNoVerdict) {
  hand_in("tp1/softmax.cpp", kRightSoftmax);
  // Until the disk is large enough: how much that is depends on the build.
  for (int kilobytes = 8;; kilobytes *= 2) {
    const std::string size = std::to_string(kilobytes) + "k";
    const auto outcome = grade_on_disk(size, ":", disk_.string(), "");
    if (outcome.end.code == 0) {
      EXPECT_GE(kilobytes, 128) << "it was hardly tried";
      break;
    }
    ASSERT_EQ(outcome.end.code, 3) << size << "\n" << outcome.output << outcome.errors;
    EXPECT_THAT(outcome.errors, testing::AnyOf(HasSubstr("No space left"), HasSubstr("disk")))
        << size;
    EXPECT_THAT(outcome.output, testing::Not(HasSubstr("did not build"))) << size;
  }
}

TEST_F(FullDisk, WhereItReportsIsSaidAndLeavesNoHalfFile) {
  hand_in("tp1/softmax.cpp", kRightSoftmax);
  const auto outcome =
      grade_on_disk("64k", "cat /dev/zero >" + (disk_ / "filler").string() + " 2>/dev/null",
                    (folder_ / "tmp").string(), "--json " + (disk_ / "results.json").string());
  EXPECT_EQ(outcome.end.code, 3) << outcome.output;
  EXPECT_THAT(outcome.errors, HasSubstr("results.json"));
  EXPECT_THAT(outcome.errors, testing::EndsWith("\nfiller\n")) << "and nothing else";
}

}  // namespace
}  // namespace gradus::judge

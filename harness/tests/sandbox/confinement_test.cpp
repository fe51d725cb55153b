#include "sandbox/confinement.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <pwd.h>
#include <unistd.h>

#include "sandbox/remote.hpp"
#include "sandbox/self_test.hpp"
#include "tests/mnist/temporary_folder.hpp"

namespace gradus::sandbox {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using mnist::test::TemporaryFolder;
using testing::Contains;
using testing::HasSubstr;
using testing::IsSupersetOf;

/// Whether this machine offers a level at all: containers may lack user namespaces, old kernels
/// Landlock.
bool offers(Isolation level) { return self_test(Confinement(level), GRADUS_PROBE).passed(); }

/// Some process of this machine whose command line holds the text.
bool somebody_runs(const std::string& text) {
  for (const auto& process : fs::directory_iterator("/proc")) {
    std::ifstream in(process.path() / "cmdline");
    std::string line(4096, '\0');
    in.read(line.data(), static_cast<std::streamsize>(line.size()));  // Less of one that ends now.
    if (line.find(text) != std::string::npos) return true;
  }
  return false;
}

bool nobody_runs_soon(const std::string& text) {
  for (int i = 0; i < 500 && somebody_runs(text); ++i) ::usleep(10'000);
  return !somebody_runs(text);
}

TEST(Isolation, LevelsHaveNames) {
  for (const Isolation level : {Isolation::kNone, Isolation::kLandlock, Isolation::kNamespaces}) {
    EXPECT_EQ(isolation_named(name(level)), level);
  }
  EXPECT_EQ(isolation_named("firm"), std::nullopt);
  EXPECT_LT(Isolation::kNone, Isolation::kLandlock);
  EXPECT_LT(Isolation::kLandlock, Isolation::kNamespaces);
}

TEST(Isolation, ThisMachineOffersSome) {
  const Choice choice = strongest(GRADUS_PROBE);
  EXPECT_NE(choice.level, Isolation::kNone);
  for (const auto& missed : choice.missed) EXPECT_NE(missed.reason, "");
}

TEST(Isolation, WithoutWallsTheProbeGetsOut) {
  const SelfTest test = self_test(Confinement(Isolation::kNone), GRADUS_PROBE);
  EXPECT_THAT(test.open, IsSupersetOf({"reading a file outside", "connection to the grader",
                                       "TCP socket", "further processes", "list of users"}));
  EXPECT_THAT(test.reason(), HasSubstr("still open: "));
}

TEST(Isolation, AProbeThatDoesNotRunProvesNothing) {
  const TemporaryFolder folder;
  mnist::test::write_script(folder / "mute", "echo done");
  const SelfTest mute = self_test(Confinement(Isolation::kNone), folder / "mute");
  EXPECT_THAT(mute.failure, HasSubstr("did not come to its end"));
  EXPECT_FALSE(self_test(Confinement(Isolation::kNone), "/nonexistent/probe").passed());
}

/// A layer that is taken off must show.
struct Layer {
  const char* name;
  Isolation level;
  void (*take_off)(Command&);
  const char* shows;  ///< what is then open
};

void remove_words(Command& command, const std::string& first, int count) {
  auto& argv = command.argv;
  const auto at = std::find(argv.begin(), argv.end(), first);
  ASSERT_NE(at, argv.end());
  argv.erase(at, at + count);
}

class Layers : public testing::TestWithParam<Layer> {};

TEST_P(Layers, TakenOffIsFoundOut) {
  const Layer& layer = GetParam();
  if (!offers(layer.level)) GTEST_SKIP() << "this machine does not offer " << name(layer.level);
  if (std::string(layer.name) == "OtherUser" && ::geteuid() != 0) {
    GTEST_SKIP() << "we are an ordinary user already";
  }
  const SelfTest test = self_test(Confinement(layer.level), GRADUS_PROBE, layer.take_off);
  EXPECT_THAT(test.open, Contains(layer.shows)) << test.reason();
}

INSTANTIATE_TEST_SUITE_P(
    Isolation, Layers,
    testing::Values(Layer{"LandlockFilter", Isolation::kLandlock,
                          [](Command& c) { c.walls.filter.clear(); }, "TCP socket"},
                    Layer{"LandlockRules", Isolation::kLandlock,
                          [](Command& c) { c.walls.rules.reset(); }, "reading a file outside"},
                    Layer{"OtherUser", Isolation::kLandlock,
                          [](Command& c) { c.walls.user.reset(); }, "further privileges"},
                    Layer{"NamespacesFilter", Isolation::kNamespaces,
                          [](Command& c) { remove_words(c, "--seccomp", 2); }, "further processes"},
                    Layer{"Bubblewrap", Isolation::kNamespaces,
                          [](Command& c) {
                            c.walls.bubblewrap = false;
                            c.argv.erase(c.argv.begin(),
                                         std::find(c.argv.begin(), c.argv.end(), "--") + 1);
                          },
                          "reading a file outside"}),
    [](const auto& instance) { return instance.param.name; });

class Confined : public testing::TestWithParam<Isolation> {
 protected:
  void SetUp() override {
    if (GetParam() != Isolation::kNone && !offers(GetParam())) {
      GTEST_SKIP() << "this machine does not offer " << name(GetParam());
    }
    confinement_.emplace(GetParam());
    fs::create_directory(folder_ / "job");
    confinement_->hand_over(folder_ / "job");
  }
  [[nodiscard]] Command shell(const std::string& script) const {
    return confinement_->confine({{"/usr/bin/sh", "-c", script}, folder_ / "job"},
                                 {Box::Task::kCompile, {}, {folder_ / "job"}});
  }
  [[nodiscard]] Outcome run_shell(const std::string& script,
                                  std::chrono::milliseconds time = 30s) const {
    return run(shell(script), {}, time);
  }

  TemporaryFolder folder_;
  std::optional<Confinement> confinement_;
};

TEST_P(Confined, OutputAndStatusComeBack) {
  const Outcome outcome = run_shell("echo out; echo err >&2; exit 3");
  EXPECT_EQ(outcome.output, "out\n");
  EXPECT_EQ(outcome.errors, "err\n");
  EXPECT_EQ(outcome.end.describe(), "exited with status 3");
}

TEST_P(Confined, ASignalIsNamed) {
  EXPECT_EQ(run_shell("kill -SEGV $$").end.describe(),
            "was ended by signal 11 (Segmentation fault)");
}

TEST_P(Confined, ItMayWriteInItsFolder) {
  EXPECT_TRUE(
      run_shell("echo text > file && mkdir a && mv file a && rm -r a && echo 1 > b").success());
  EXPECT_TRUE(fs::exists(folder_ / "job/b"));
}

TEST_P(Confined, ItsTemporaryFilesGoThereToo) {
  EXPECT_THAT(run_shell("mktemp").output, testing::StartsWith("./tmp."));
  EXPECT_FALSE(fs::is_empty(folder_ / "job"));
}

TEST_P(Confined, AUserOfItsOwnInsteadOfRoot) {
  const auto user = static_cast<uid_t>(std::stoul(run_shell("id -u").output));
  if (::geteuid() == 0) {
    EXPECT_NE(user, 0U);
    EXPECT_EQ(::getpwuid(user), nullptr) << "a user that owns nothing";
    EXPECT_EQ(run_shell("id -G").output, std::to_string(user) + "\n");
  } else {
    EXPECT_EQ(user, ::geteuid());
  }
}

TEST_P(Confined, AtTheDeadlineNothingOfItIsLeft) {
  const Outcome outcome = run_shell("sleep 98761 & sleep 98761", 300ms);
  EXPECT_TRUE(outcome.timed_out);
  EXPECT_TRUE(nobody_runs_soon("98761"));
}

TEST_P(Confined, WhatCannotBeStartedIsOurFault) {
  const Command missing =
      confinement_->confine({{"/usr/bin/true"}}, {Box::Task::kCompile, {"/nonexistent"}, {}});
  const Command unknown =
      confinement_->confine({{"/usr/bin/nonexistent"}}, {Box::Task::kCompile, {}, {}});
  if (GetParam() == Isolation::kNamespaces) {
    EXPECT_THROW(static_cast<void>(run(missing, {}, 30s)), std::runtime_error);
    Remote remote(missing, TimeLimits{});
    try {
      static_cast<void>(remote.call({protocol::Operation::kTp1Softmax, {}, {}}, {1, 100}));
      ADD_FAILURE() << "there was an answer";
    } catch (const SubjectFailure& e) {
      ADD_FAILURE() << "the student's fault: " << e.what();
    } catch (const std::runtime_error& e) {
      EXPECT_THAT(e.what(), HasSubstr("the isolation does not start"));
    }
  }
  if (GetParam() != Isolation::kNamespaces) {
    EXPECT_THROW(static_cast<void>(run(unknown, {}, 30s)), std::system_error);
  }
}

INSTANTIATE_TEST_SUITE_P(Level, Confined,
                         testing::Values(Isolation::kNone, Isolation::kLandlock,
                                         Isolation::kNamespaces),
                         [](const auto& instance) { return std::string(name(instance.param)); });

}  // namespace
}  // namespace gradus::sandbox

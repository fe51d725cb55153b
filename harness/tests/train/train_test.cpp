// The real program: a lab is trained, reports are written, and what they say is looked at.
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <nlohmann/json.hpp>
#include <thread>

#include "sandbox/process.hpp"
#include "sandbox/workspace.hpp"
#include "tests/judge/program.hpp"
#include "training/npz.hpp"

namespace gradus::training {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

sandbox::Limits limits() {
  sandbox::Limits limits;
  limits.cpu = 300s;
  limits.address_space = 0;
  limits.open_files = 1024;
  return limits;
}

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Not a matcher, which would print the whole page.
bool has(const std::string& page, const std::string& part) {
  return page.find(part) != std::string::npos;
}

class Train : public testing::Test {
 protected:
  /// `gradus train ARGUMENTS --data sample`, on the reference solution unless another is handed in.
  [[nodiscard]] sandbox::Command command(std::vector<std::string> arguments) const {
    std::vector<std::string> argv = {"env", test::objects_variable(), GRADUS_PROGRAM, "train"};
    argv.insert(argv.end(), arguments.begin(), arguments.end());
    argv.insert(argv.end(), {"--data", "sample", "--path", submission_.string()});
    return {argv, folder()};
  }

  [[nodiscard]] sandbox::Outcome train(std::vector<std::string> arguments) const {
    return sandbox::run(command(std::move(arguments)), limits(), 240s);
  }

  /// Replaces one text in one file of the solution.
  void hand_in(const std::string& file, const std::string& what, const std::string& by) {
    submission_ = folder() / "submission";
    if (!fs::exists(submission_)) {
      fs::copy(GRADUS_SOLUTIONS, submission_, fs::copy_options::recursive);
    }
    std::string text = read(submission_ / file);
    const auto at = text.find(what);
    ASSERT_NE(at, std::string::npos) << "the solution has changed";
    std::ofstream(submission_ / file) << text.replace(at, what.size(), by);
  }

  [[nodiscard]] const fs::path& folder() const { return workspace_.path(); }
  [[nodiscard]] std::string out(const std::string& name) const {
    return (folder() / name).string();
  }
  [[nodiscard]] json report(const std::string& name) const {
    return json::parse(read(folder() / name / "report.json"));
  }

 private:
  sandbox::Workspace workspace_;
  fs::path submission_ = GRADUS_SOLUTIONS;
};

TEST_F(Train, WritesReportsOfTheSample) {
  const auto run = train({"tp1", "--epochs", "3", "--seed", "5", "--out", out("a")});
  ASSERT_TRUE(run.success()) << run.output << run.errors;
  EXPECT_THAT(run.output, HasSubstr("epoch 3/3"));
  EXPECT_THAT(run.output, HasSubstr("report.html"));
  EXPECT_THAT(run.output, Not(HasSubstr("\x1b"))) << "no terminal, no redrawing";
  const json a = report("a");
  EXPECT_EQ(a["settings"]["seed"], 5);
  EXPECT_EQ(a["settings"]["data"], "sample");
  ASSERT_EQ(a["epochs"].size(), 3U);
  EXPECT_GT(a["test_accuracy"], 0.85);
  EXPECT_GT(a["dev"]["accuracy"], 0.85);
  EXPECT_EQ(a["ending"]["how"], "finished");
  for (const json& epoch : a["epochs"]) {
    EXPECT_LT(epoch["dev_loss"], 0.5);
    EXPECT_GT(epoch["dev_loss"], 0.2);
  }
  EXPECT_TRUE(has(read(folder() / "a" / "report.html"), "</html>"));
  EXPECT_EQ(load_npz(folder() / "a" / "parameters.npz").size(), 2U);
}

TEST_F(Train, SavedParametersAreWhereTheNextRunStarts) {
  const std::string file = out("kept/w.npz");
  ASSERT_TRUE(train({"tp2", "--epochs", "2", "--out", out("a"), "--save", file}).success());
  EXPECT_EQ(load_npz(file), load_npz(folder() / "a" / "parameters.npz"));
  const auto next =
      train({"tp2", "--epochs", "1", "--out", out("b"), "--load", file, "--compare", out("a")});
  ASSERT_TRUE(next.success()) << next.output << next.errors;
  const json a = report("a");
  const json b = report("b");
  EXPECT_EQ(b["settings"]["started_from"], file);
  for (std::size_t i = 0; i < a["parameters"].size(); ++i) {
    EXPECT_EQ(a["parameters"][i]["norm_after"], b["parameters"][i]["norm_before"]);
  }
  EXPECT_LT(b["epochs"][0]["train_loss"], a["epochs"][0]["train_loss"]);
  EXPECT_TRUE(has(read(folder() / "b" / "report.html"), "Beside run a"));
}

TEST_F(Train, ParametersOfAnotherModelAreRefused) {
  std::ofstream(folder() / "w.npz")
      << to_npz(std::vector<NamedArray>{{"W", Array({10, 784})}, {"bias", Array({10, 1})}});
  const auto run = train({"tp1", "--out", out("a"), "--load", out("w.npz")});
  EXPECT_EQ(run.end.code, 2);
  EXPECT_THAT(run.output, HasSubstr("expected W (10 x 784), b (10 x 1); got W (10 x 784), bias"));
  EXPECT_FALSE(fs::exists(folder() / "a"));
}

TEST_F(Train, WhatCannotBeReadIsRefusedBeforeTheTraining) {
  std::ofstream(folder() / "letter.txt") << "a letter home";
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"--load", out("letter.txt")},
        {"--load", out("none.npz")},
        {"--compare", out("letter.txt")},
        {"--compare", "99999"},
        {"--save", out("letter.txt/w.npz")},
        {"--save", folder().string()}}) {
    std::vector<std::string> all = {"tp1", "--out", out("a")};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const auto run = train(all);
    EXPECT_EQ(run.end.code, 2) << arguments[0] << " " << arguments[1];
    EXPECT_THAT(run.errors, HasSubstr(arguments[0]));
    EXPECT_THAT(run.output, Not(HasSubstr("epoch 1/")));
  }
}

TEST_F(Train, AFolderThatCannotBeMadeIsRefusedBeforeTheTraining) {
  std::ofstream(folder() / "letter.txt") << "a letter home";
  const auto run = train({"tp1", "--out", out("letter.txt/a")});
  EXPECT_EQ(run.end.code, 2);
  EXPECT_THAT(run.errors, HasSubstr("choose another with --out"));
}

/// Waits until a program has printed something.
void wait_for(sandbox::Process& run, const std::string& text) {
  const auto deadline = sandbox::Clock::now() + 120s;
  while (run.output().find(text) == std::string::npos) {
    ASSERT_FALSE(run.wait_until(sandbox::Clock::now() + 20ms)) << run.output() << run.errors();
    ASSERT_LT(sandbox::Clock::now(), deadline) << run.output() << run.errors();
  }
}

class Interrupted : public Train, public testing::WithParamInterface<const char*> {};

TEST_P(Interrupted, KeepsWhatWasLearnt) {
  sandbox::Process run(
      command({GetParam(), "--epochs", "10000", "--out", out("a"), "--save", out("w.npz")}),
      limits());
  wait_for(run, "epoch      2/10,000");
  run.signal(SIGINT);  // to the whole group, as a terminal does
  ASSERT_TRUE(run.wait_until(sandbox::Clock::now() + 60s)) << "it goes on";
  EXPECT_THAT(run.output(), HasSubstr("Stopped by hand in epoch "));
  const sandbox::End end = run.kill();
  EXPECT_TRUE(end.success()) << end.describe() << run.errors();
  const json a = report("a");
  EXPECT_EQ(a["ending"]["how"], "stopped_by_hand");
  EXPECT_EQ(a["ending"]["epoch"], a["epochs"].size() + 1);
  EXPECT_GT(a["test_accuracy"], 0.8);
  EXPECT_EQ(load_npz(out("w.npz")).size(), a["parameters"].size());
}

INSTANTIATE_TEST_SUITE_P(Labs, Interrupted, testing::Values("tp1", "tp2"),
                         [](const auto& lab) { return std::string(lab.param); });

TEST_F(Train, ASecondCtrlCEndsAtOnce) {
  hand_in("tp1/train.cpp", "#include <numeric>\n", "#include <cstdio>\n#include <numeric>\n");
  hand_in(
      "tp1/train.cpp", "  nn::TrainingLog log;\n",
      "  nn::TrainingLog log;\n  std::puts(\"deaf\");\n  std::fflush(stdout);\n"
      "  for (;;) {\n    try {\n      (void)train.image(0);\n    } catch (...) {\n    }\n  }\n");
  sandbox::Process run(command({"tp1", "--out", out("a")}), limits());
  wait_for(run, "deaf");
  run.signal(SIGINT);
  EXPECT_FALSE(run.wait_until(sandbox::Clock::now() + 500ms)) << "this code does not listen";
  run.signal(SIGINT);
  ASSERT_TRUE(run.wait_until(sandbox::Clock::now() + 60s));
  EXPECT_THAT(run.output(), HasSubstr("Stopped at once"));
  EXPECT_FALSE(fs::exists(folder() / "a"));
}

TEST_F(Train, ACopyThatLearnsHasNoDevLoss) {
  hand_in("tp1/train.cpp", "  nn::TrainingLog log;\n",
          "  nn::TrainingLog log;\n  LinearClassifier& given = model;\n  {\n"
          "  LinearClassifier model = given;\n");
  // The rest of the function trains the copy, and only its end writes to what was given.
  hand_in("tp1/train.cpp", "  model = best;\n  return log;\n",
          "  given = best;\n  }\n  return log;\n");
  const auto run = train({"tp1", "--epochs", "2", "--out", out("a")});
  ASSERT_TRUE(run.success()) << run.output << run.errors;
  EXPECT_TRUE(report("a")["epochs"][1]["dev_loss"].is_null());
  EXPECT_GT(report("a")["test_accuracy"], 0.8);
  EXPECT_TRUE(has(read(folder() / "a/report.html"), "must have been a copy"));
}

TEST_F(Train, DivergenceIsReported) {
  const auto run = train({"tp2", "--epochs", "2", "--learning-rate", "1e308", "--out", out("a")});
  EXPECT_EQ(run.end.code, 1) << run.output << run.errors;
  EXPECT_EQ(report("a")["reading"]["verdict"], "diverged");
  EXPECT_EQ(report("a")["ending"]["how"], "exception");
}

TEST_F(Train, AnExceptionAtTheFirstSampleIsToldWithoutAReport) {
  hand_in("tp1/train.cpp", "#include <numeric>\n", "#include <numeric>\n#include <stdexcept>\n");
  hand_in("tp1/train.cpp", "  nn::TrainingLog log;\n",
          "  nn::TrainingLog log;\n  throw std::runtime_error(\"\\x1b[2J oops\");\n");
  const auto run = train({"tp1", "--out", out("a")});
  EXPECT_EQ(run.end.code, 1);
  EXPECT_THAT(run.output, HasSubstr("with an exception: \\x1b[2J oops"));
  EXPECT_FALSE(fs::exists(folder() / "a"));
}

TEST_F(Train, AProgramThatLeavesHasNoOutcome) {
  hand_in("tp1/train.cpp", "#include <numeric>\n", "#include <cstdlib>\n#include <numeric>\n");
  hand_in("tp1/train.cpp", "  nn::TrainingLog log;\n", "  nn::TrainingLog log;\n  std::exit(0);\n");
  const auto run = train({"tp1", "--out", out("a")});
  EXPECT_EQ(run.end.code, 1);
  EXPECT_THAT(run.output, HasSubstr("without a usable outcome"));
  hand_in("tp1/train.cpp", "std::exit(0)", "std::exit(2)");
  const auto other = train({"tp1", "--out", out("a")});
  EXPECT_EQ(other.end.code, 1);
  EXPECT_THAT(other.output, HasSubstr("left with status 2"));
}

TEST_F(Train, ACrashIsNamed) {
  hand_in("tp1/train.cpp", "  nn::TrainingLog log;\n",
          "  nn::TrainingLog log;\n  __builtin_trap();\n");
  const auto run = train({"tp1", "--out", out("a")});
  EXPECT_EQ(run.end.code, 1);
  EXPECT_THAT(run.output, HasSubstr("was ended by signal"));
}

TEST_F(Train, NumpyReadsTheParameters) {
  if (!sandbox::run({{"python3", "-c", "import numpy"}}, limits(), 60s).success()) {
    GTEST_SKIP() << "python3-numpy is not installed";
  }
  ASSERT_TRUE(train({"tp1", "--epochs", "1", "--out", out("a")}).success());
  const auto shapes = sandbox::run(
      {{"python3", "-c",
        "import numpy, sys\n"
        "p = numpy.load(sys.argv[1])\n"
        "print(p['W'].shape, p['b'].shape, p['W'].dtype, float(p['W'][3, 400]))\n"
        "numpy.savez_compressed(sys.argv[2], W=numpy.asfortranarray(p['W']), b=p['b'][:, 0])",
        out("a/parameters.npz"), out("b.npz")}},
      limits(), 60s);
  ASSERT_TRUE(shapes.success()) << shapes.errors;
  const auto ours = load_npz(folder() / "a/parameters.npz");
  EXPECT_THAT(shapes.output, HasSubstr("(10, 784) (10, 1) float64"));
  std::istringstream last(shapes.output.substr(shapes.output.rfind(' ')));
  double entry = 0.0;
  last >> entry;
  EXPECT_DOUBLE_EQ(entry, ours[0].value(3, 400));
  EXPECT_EQ(load_npz(folder() / "b.npz"), ours) << "compressed, in the other order, b as a vector";
}

}  // namespace
}  // namespace gradus::training

#pragma once

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/judge/program.hpp"
#include "tests/mnist/temporary_folder.hpp"
#include "tests/report/schema.hpp"
#include "tests/support/processes.hpp"

/// The whole way, with the real program: a folder goes in, a report and an exit status come out.
namespace gradus::judge {

namespace fs = std::filesystem;
using mnist::test::TemporaryFolder;
using nlohmann::json;

/// tp1/softmax.cpp with this body.
inline std::string softmax(const std::string& body) {
  return "#include <cmath>\n#include <csignal>\n#include <cstdio>\n#include <memory>\n#include "
         "<random>\n#include "
         "<stdexcept>\n#include <unistd.h>\n"
         "#include \"tp1/softmax.hpp\"\n"
         "nn::Vector tp1::softmax(const nn::Vector& logits) {\n" +
         body + "\n}\n";
}

struct Grading {
  int status = -1;
  std::string output;
  std::string errors;
  std::string text;  ///< of results.json
  json results;

  [[nodiscard]] const json& exercise(std::size_t i = 0) const {
    return results.at("labs").at(0).at("exercises").at(i);
  }
  [[nodiscard]] std::vector<std::string> verdicts() const {
    std::vector<std::string> all;
    for (const json& c : exercise().at("checks")) all.push_back(c.at("verdict"));
    return all;
  }
};

class Grade : public testing::Test {
 protected:
  Grade() {
    fs::create_directory(folder_ / "tmp");
    fs::create_directories(submission_ / "tp1");
  }

  void hand_in(const std::string& file, const std::string& text) const {
    std::ofstream(submission_ / file) << text;
  }

  [[nodiscard]] Grading gradus(const std::vector<std::string>& arguments,
                               std::vector<test::Variable> environment = {}) const {
    std::vector<std::string> argv = {GRADUS_PROGRAM};
    argv.insert(argv.end(), arguments.begin(), arguments.end());
    environment.emplace_back("TMPDIR", (folder_ / "tmp").string());
    const auto outcome = test::run_program(argv, environment);
    EXPECT_FALSE(outcome.timed_out);
    EXPECT_EQ(outcome.end.kind, sandbox::End::Kind::kExited) << outcome.end.describe();
    Grading run{outcome.end.code, outcome.output, outcome.errors, {}, {}};
    expect_nothing_left();
    return run;
  }

  /// Grades what was handed in.
  [[nodiscard]] Grading grade(std::vector<std::string> options = {"--exercise", "tp1.softmax"},
                              const std::vector<test::Variable>& environment = {}) const {
    const fs::path file = folder_ / "results.json";
    fs::remove(file);
    options.insert(options.begin(), {"grade", submission_.string(), "--no-mnist", "--json", file});
    Grading run = gradus(options, environment);
    run.text = test::content(file);
    run.results = json::parse(run.text, nullptr, false);
    EXPECT_FALSE(run.results.is_discarded()) << run.errors;
    EXPECT_EQ(test::complaints(run.results), "");
    return run;
  }

  [[nodiscard]] Grading grade_softmax(const std::string& source) const {
    hand_in("tp1/softmax.cpp", source);
    return grade();
  }

  TemporaryFolder folder_;
  fs::path submission_ = folder_ / "ada";

 private:
  void expect_nothing_left() const {
    EXPECT_TRUE(fs::is_empty(folder_ / "tmp")) << "its working folder is still there";
    for (const auto& process : fs::directory_iterator("/proc")) {
      std::error_code ignored;
      const fs::path program = fs::read_symlink(process.path() / "exe", ignored);
      if (!program.string().starts_with((folder_ / "tmp").string())) continue;
      EXPECT_TRUE(test::ends_soon(std::stoi(process.path().filename()))) << program;
    }
  }
};

}  // namespace gradus::judge

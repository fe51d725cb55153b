// A student at work: the real program in a terminal, from untouched stubs to full marks.
#include <csignal>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>
#include <thread>

#include "catalogue/exercise.hpp"
#include "tests/judge/program.hpp"
#include "tests/mnist/temporary_folder.hpp"
#include "tests/report/schema.hpp"
#include "tests/session/terminal.hpp"
#include "tests/support/processes.hpp"

namespace gradus::session {
namespace {

namespace fs = std::filesystem;
using mnist::test::TemporaryFolder;
using testing::HasSubstr;
using testing::Not;

class Session : public testing::Test {
 protected:
  Session() {
    fs::create_directories(folder_ / "tmp");
    fs::copy(GRADUS_STUBS, folder_ / "labs", fs::copy_options::recursive);
  }

  [[nodiscard]] std::vector<Terminal::Variable> environment() const {
    std::vector<Terminal::Variable> all = {{"GRADUS_LABS", (folder_ / "labs").string()},
                                           {"TMPDIR", (folder_ / "tmp").string()},
                                           {"TERM", "xterm"},
                                           {"LANG", "C.UTF-8"},
                                           {"PATH", "/usr/local/bin:/usr/bin:/bin"}};
    for (const char* name : {"HOME", "XDG_CACHE_HOME"}) {
      if (const char* value = std::getenv(name)) all.emplace_back(name, value);
    }
    return all;
  }

  [[nodiscard]] Terminal gradus(std::vector<std::string> arguments = {}) const {
    arguments.insert(arguments.begin(), GRADUS_PROGRAM);
    return Terminal(arguments, environment());
  }

  /// Saves a file as many editors do: a new one is put in the place of the old one.
  void save(const std::string& file, const fs::path& from) const {
    const fs::path to = folder_ / "labs" / file;
    fs::copy_file(from, to.string() + "~", fs::copy_options::overwrite_existing);
    fs::rename(to.string() + "~", to);
  }

  void solve(const Exercise& e) const {
    save(std::string(e.file), fs::path(GRADUS_SOLUTIONS) / e.file);
  }

  TemporaryFolder folder_;
};

/// Compilers among the descendants of a process, however many processes lie between.
std::vector<pid_t> compilers_of(pid_t ancestor) {
  std::map<pid_t, pid_t> parents;
  std::vector<pid_t> compilers;
  for (const auto& process : fs::directory_iterator("/proc")) {
    std::ifstream in(process.path() / "stat");
    std::string line;
    if (!std::getline(in, line)) continue;
    const std::size_t name = line.rfind(')');
    const pid_t pid = std::atoi(line.c_str());
    parents[pid] = std::atoi(line.c_str() + name + 4);
    if (line.find("(cc1plus)") != std::string::npos) compilers.push_back(pid);
  }
  std::erase_if(compilers, [&](pid_t pid) {
    while (pid > 1 && pid != ancestor) pid = parents[pid];
    return pid != ancestor;
  });
  return compilers;
}

TEST_F(Session, FromUntouchedStubsToFullMarks) {
  {
    Terminal overview = gradus();
    EXPECT_TRUE(overview.shows("tp1.backward_affine       - / 4    not checked yet"));
    EXPECT_TRUE(overview.shows("0 / 20"));
    EXPECT_TRUE(overview.shows("Next: Affine layer, backward."));
    EXPECT_EQ(overview.end(), 0);
  }

  Terminal watch = gradus({"check", "tp1.backward_affine", "--watch"});
  ASSERT_TRUE(watch.shows("tp1.backward_affine       0 / 4    not started")) << watch.raw();
  ASSERT_TRUE(watch.shows("waiting for you to save"));
  EXPECT_TRUE(watch.is_raw());
  for (const Lab& lab : catalogue()) {
    for (const Exercise& e : lab.exercises) {
      SCOPED_TRACE(e.slug);
      const std::string slug(e.slug);
      if (&e != find_exercise("tp1.backward_affine")) {
        watch.type("n");
        ASSERT_TRUE(watch.shows("checking " + slug + " ...")) << watch.unread();
        ASSERT_TRUE(watch.shows("not started"));
        ASSERT_TRUE(watch.shows("waiting for you to save"));
      }
      if (slug == "tp1.softmax") {
        save("tp1/softmax.cpp", GRADUS_MISTAKES "/tp1/softmax/no_shift.cpp");
        ASSERT_TRUE(watch.shows("2.5 / 4    wrong answer")) << watch.unread();
        ASSERT_TRUE(watch.shows("You take exp of the logits as they are"));
        ASSERT_TRUE(watch.shows("./gradus replay tp1.softmax shift"));
        ASSERT_TRUE(watch.shows("waiting for you to save"));
        watch.type("h");
        ASSERT_TRUE(watch.shows("hint 1"));
      }
      solve(e);
      ASSERT_TRUE(watch.shows("Solved.")) << watch.unread();
    }
  }
  watch.type("n");
  EXPECT_TRUE(watch.shows("Everything is solved."));
  watch.type("q");
  EXPECT_EQ(watch.end(), 0);

  {
    Terminal submit = gradus({"submit", "tp1", "--out", folder_.path().string()});
    EXPECT_TRUE(submit.shows("20 / 20")) << submit.raw();
    EXPECT_TRUE(submit.shows("Hand this in:"));
    EXPECT_EQ(submit.end(), 0);
  }
  Terminal overview = gradus();
  EXPECT_TRUE(overview.shows("tp1.softmax               4 / 4"));
  EXPECT_TRUE(overview.shows("20 / 20")) << "of tp1";
  EXPECT_TRUE(overview.shows("18 / 20")) << "of tp2, without MNIST";
  EXPECT_TRUE(overview.shows("Everything is solved."));
  EXPECT_EQ(overview.end(), 0);
  EXPECT_TRUE(fs::is_empty(folder_ / "tmp"));
}

TEST_F(Session, AFailingInputIsReplayedUnderSanitizersAndInTheDebugger) {
  std::ofstream(folder_ / "labs/tp1/softmax.cpp")
      << "#include \"tp1/softmax.hpp\"\n"
         "nn::Vector tp1::softmax(const nn::Vector& logits) {\n"
         "  const double* beyond = new double[1];\n"
         "  return beyond[logits.size() + 1] * exp(logits);\n"
         "}\n";
  Terminal check = gradus({"check", "tp1.softmax"});
  ASSERT_TRUE(check.shows("./gradus replay tp1.softmax value")) << check.raw();
  EXPECT_EQ(check.end(), 1);

  Terminal replay = gradus({"replay", "tp1.softmax.value"});
  EXPECT_TRUE(replay.shows("labs/tp1/softmax.cpp, line 4: It reads or writes beyond the end"))
      << replay.raw();
  EXPECT_EQ(replay.end(), 1);

  if (!fs::exists("/usr/bin/gdb")) GTEST_SKIP() << "gdb is not installed";
  Terminal debugger = gradus({"replay", "tp1.softmax", "value", "--gdb"});
  ASSERT_TRUE(debugger.shows("Breakpoint 1, tp1::softmax")) << debugger.raw();
  ASSERT_TRUE(debugger.shows("new double[1]")) << "the student's own file is found";
  debugger.type("kill\ny\nquit\n");
  EXPECT_EQ(debugger.end(), 0);
}

TEST_F(Session, ACorrectedInputReplaysAsRight) {
  save("tp1/softmax.cpp", GRADUS_MISTAKES "/tp1/softmax/no_shift.cpp");
  EXPECT_EQ(gradus({"check", "tp1.softmax"}).end(), 1);
  solve(*find_exercise("tp1.softmax"));
  Terminal replay = gradus({"replay", "tp1.softmax"});
  EXPECT_TRUE(replay.shows("It is right now.")) << replay.raw();
  EXPECT_EQ(replay.end(), 0);
}

TEST_F(Session, ResetKeepsWhatWasWritten) {
  const fs::path file = folder_ / "labs/tp1/softmax.cpp";
  std::ofstream(file) << "mine\n";
  Terminal reset = gradus({"reset", "tp1.softmax"});
  EXPECT_TRUE(reset.shows("Your file is kept"));
  EXPECT_EQ(reset.end(), 0);
  EXPECT_EQ(test::content(file), test::content(fs::path(GRADUS_STUBS) / "tp1/softmax.cpp"));
  const auto kept = fs::directory_iterator(folder_ / ".gradus/backup/tp1")->path();
  EXPECT_EQ(test::content(kept), "mine\n");
}

TEST_F(Session, AWatchThatIsEndedLeavesTheTerminalAsItWas) {
  for (const int signal : {SIGINT, SIGTERM}) {
    Terminal watch = gradus({"check", "tp1.softmax", "--watch"});
    ASSERT_TRUE(watch.shows("waiting for you to save")) << watch.raw();
    EXPECT_TRUE(watch.is_raw());
    ::kill(watch.program(), signal);
    while (watch.shows("nothing of the kind")) {
    }
    EXPECT_FALSE(watch.is_raw());
    EXPECT_EQ(watch.end(), 0);
  }
}

TEST_F(Session, AWatchThatIsKilledLeavesNoProcess) {
  // A file that keeps the compiler busy: each loop stays below its limit.
  std::ofstream(folder_ / "labs/tp1/softmax.cpp") << "constexpr int spin() {\n"
                                                     "  int s = 0;\n"
                                                     "  for (int i = 0; i < 200000; ++i)\n"
                                                     "    for (int j = 0; j < 200; ++j) s ^= j;\n"
                                                     "  return s;\n"
                                                     "}\n"
                                                     "static_assert(spin() != 1);\n";
  Terminal watch = gradus({"check", "tp1.softmax", "--watch"});
  ASSERT_TRUE(watch.shows("checking tp1.softmax")) << watch.raw();
  std::vector<pid_t> compilers;
  for (int i = 0; i < 500 && compilers.empty(); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    compilers = compilers_of(watch.program());
  }
  ASSERT_FALSE(compilers.empty()) << "nothing to leave behind";
  ::kill(watch.program(), SIGKILL);
  EXPECT_EQ(watch.end(), 128 + SIGKILL);
  std::this_thread::sleep_for(std::chrono::seconds(1));
  for (const pid_t compiler : compilers) EXPECT_FALSE(test::is_running(compiler));
}

/// Output for whoever reads it without a terminal, without colour, without drawing characters.
TEST_F(Session, IsPlainWhereItMustBe) {
  save("tp1/softmax.cpp", GRADUS_MISTAKES "/tp1/softmax/no_shift.cpp");
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{},
                                                    {"next"},
                                                    {"check", "tp1.softmax"},
                                                    {"hint", "tp1.softmax"},
                                                    {"explain", "tp1.softmax.shift"},
                                                    {"explain", "tp1.softmax"},
                                                    {"--help"},
                                                    {"check", "--help"}}) {
    SCOPED_TRACE(arguments.empty() ? "" : arguments[0]);
    std::vector<std::string> piped = {GRADUS_PROGRAM};
    piped.insert(piped.end(), arguments.begin(), arguments.end());
    const auto outcome =
        test::run_program(piped, {{"GRADUS_LABS", (folder_ / "labs").string()}, {"LC_ALL", "C"}});
    for (const char c : outcome.output + outcome.errors) {
      EXPECT_TRUE(c == '\n' || (c >= ' ' && c <= '~')) << static_cast<int>(c);
    }
    std::istringstream lines(outcome.output);
    for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 80U) << line;

    Terminal dumb(piped, {{"GRADUS_LABS", (folder_ / "labs").string()},
                          {"TERM", "dumb"},
                          {"LANG", "C.UTF-8"},
                          {"PATH", "/usr/bin:/bin"}});
    dumb.end();
    EXPECT_THAT(dumb.raw(), Not(HasSubstr("\x1b")));
  }
}

TEST_F(Session, WrongWordsAreExplained) {
  for (const auto& [arguments, answer] :
       std::vector<std::pair<std::vector<std::string>, std::string>>{
           {{"check", "tp1.sofmax"}, "There is no lab or exercise 'tp1.sofmax'"},
           {{"hint", "softmax"}, "There is no exercise 'softmax'"},
           {{"explain", "tp1.softmax.shfit"}, "tp1.softmax.shift"},
           {{"explain", "everything"}, "Nothing is written about 'everything'"},
           {{"replay", "tp1.softmax"}, "First run: ./gradus check tp1.softmax"},
           {{"replay", "tp1.softmax", "shfit"}, "has no check 'shfit'"},
           {{"submit", "tp1.softmax"}, "A whole lab is handed in"},
           {{"verify", "nowhere.json"}, "cannot read nowhere.json"}}) {
    Terminal terminal = gradus(arguments);
    EXPECT_TRUE(terminal.shows(answer)) << terminal.raw();
    EXPECT_EQ(terminal.end(), 2) << arguments[0];
  }
}

}  // namespace
}  // namespace gradus::session

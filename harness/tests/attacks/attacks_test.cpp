// Hostile submissions: the real program grades each of them. None may earn a point by anything but
// a right answer, learn anything, leave anything behind, or cost another exercise anything.
#include <csignal>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/prctl.h>

#include "tests/attacks/attack_file.hpp"
#include "tests/attacks/traces.hpp"
#include "tests/judge/grading.hpp"

namespace gradus::attacks {
namespace {

using namespace std::chrono_literals;
using judge::Grading;
using mnist::test::TemporaryFolder;
using nlohmann::json;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

#ifdef GRADUS_SANITIZED
constexpr auto kMostSeconds = 240.0;
#else
constexpr auto kMostSeconds = 90.0;
#endif

AttackFile attack_named(const std::string& name) {
  return AttackFile::read(fs::path(GRADUS_ATTACKS) / (name + ".cpp"));
}

const json& exercise_of(const Grading& run, std::string_view slug) {
  for (const json& e : run.results.at("labs").at(0).at("exercises")) {
    if (e.at("slug") == slug) return e;
  }
  throw std::runtime_error("results.json lacks " + std::string(slug));
}

class Attack : public judge::Grade, public testing::WithParamInterface<std::string> {
 protected:
  Attack() {
    // Open to everybody, so that nothing but the box keeps students' code out.
    fs::permissions(folder_.path(), static_cast<fs::perms>(0755));
    const fs::path other = folder_ / "bob";
    fs::create_directories(other / "tp1");
    std::ofstream(other / "tp1/softmax.cpp")
        << "// " << kSecretSubmission << "\n"
        << test::content(fs::path(GRADUS_SOLUTIONS) / "tp1/softmax.cpp");
    fs::copy(fs::path(GRADUS_SOLUTIONS) / "tp1/nll.cpp", submission_ / "tp1");
    // What outlives the grader becomes our child.
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
  }

  [[nodiscard]] std::string as_handed_in(const AttackFile& attack) const {
    return attack.with({{"CANARY", canary_.path().string()},
                        {"PORT", std::to_string(ears_.port())},
                        {"SOLUTIONS", GRADUS_SOLUTIONS},
                        {"HARNESS", GRADUS_HARNESS},
                        {"OTHER", (folder_ / "bob").string()}});
  }

  json expect_that_it_gets_nothing(std::vector<std::string> options) const;

  Canary canary_{folder_ / "canary"};
  Ears ears_;
};

void expect_marks(const Grading& run, const AttackFile& attack) {
  const json& attacked = exercise_of(run, attack.slug);
  EXPECT_THAT(attack.expected, Contains(attacked.at("verdict").get<std::string>()))
      << attack.tries << "\n"
      << run.output << run.errors;
  const bool passed = attacked.at("verdict") == "passed";
  EXPECT_EQ(attacked.at("points"), passed ? attacked.at("out_of").get<double>() : 0.0);

  const json& bystander = exercise_of(run, kBystander);
  EXPECT_EQ(bystander.at("verdict"), "passed");
  EXPECT_EQ(bystander.at("points"), bystander.at("out_of"));
  for (const json& e : run.results.at("labs").at(0).at("exercises")) {
    if (e.at("slug") == attack.slug || e.at("slug") == kBystander) continue;
    EXPECT_EQ(e.at("verdict"), "not_started") << e.at("slug");
    EXPECT_EQ(e.at("points"), 0.0) << e.at("slug");
  }
  EXPECT_EQ(run.results.at("usable"), true);
  EXPECT_TRUE(run.status == 0 || run.status == 1) << run.status << "\n" << run.errors;
}

void expect_silence(const Grading& run) {
  EXPECT_THAT(traces_in(std::string_view(run.text)), IsEmpty());
  EXPECT_THAT(traces_in(run.results), IsEmpty());
  EXPECT_THAT(traces_in(std::string_view(run.output)), IsEmpty());
  EXPECT_THAT(traces_in(std::string_view(run.errors)), IsEmpty());
}

void expect_nothing_new(const std::set<fs::path>& before) {
  for (const fs::path& path : leftovers(public_folders())) {
    if (before.contains(path)) continue;
    ADD_FAILURE() << path << " was left behind";
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
}

/// \returns the report
json Attack::expect_that_it_gets_nothing(std::vector<std::string> options) const {
  const AttackFile attack = attack_named(GetParam());
  const auto before = leftovers(public_folders());
  hand_in(attack.file, as_handed_in(attack));
  options.insert(options.end(), {"--lab", "tp1"});

  const auto start = std::chrono::steady_clock::now();
  const Grading run = grade(options, {{"GRADUS_TOKEN", kSecretVariable}});
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  EXPECT_LT(took.count(), kMostSeconds);

  expect_marks(run, attack);
  expect_silence(run);
  EXPECT_TRUE(canary_.is_unchanged());
  EXPECT_FALSE(ears_.has_heard());
  EXPECT_TRUE(no_child_lives_on(10s));
  EXPECT_THAT(processes_that_mention((folder_ / "tmp").string()), IsEmpty());
  EXPECT_THAT(leftovers(std::vector<fs::path>{folder_.path(), submission_}), IsEmpty());
  expect_nothing_new(before);
  return run.results;
}

TEST_P(Attack, GetsNothing) { expect_that_it_gets_nothing({}); }

/// Where there are no namespaces, as in most containers, these walls alone stand.
TEST_P(Attack, GetsNothingBehindLandlock) {
  const json report = expect_that_it_gets_nothing({"--isolation-at-most", "landlock"});
  EXPECT_EQ(report.at("fingerprint").at("isolation"), "landlock");
}

std::string own_name(const testing::TestParamInfo<std::string>& attack) { return attack.param; }

INSTANTIATE_TEST_SUITE_P(Corpus, Attack, testing::ValuesIn(attack_names(GRADUS_ATTACKS)), own_name);

TEST(AttackFiles, AreManyAndEachSaysWhatItTries) {
  const std::vector<std::string> names = attack_names(GRADUS_ATTACKS);
  EXPECT_GE(names.size(), 65U);
  std::set<std::string> tries;
  for (const std::string& name : names) {
    const AttackFile attack = attack_named(name);
    EXPECT_TRUE(tries.insert(attack.tries).second) << name << " tries what another file tries";
    EXPECT_NO_THROW(static_cast<void>(attack.with(
        {{"CANARY", ""}, {"PORT", ""}, {"SOLUTIONS", ""}, {"HARNESS", ""}, {"OTHER", ""}})));
  }
}

// The rest shows that the tests above would see what they look for.

/// What is said against a head.
std::string complaint_about(const std::string& head) {
  const TemporaryFolder folder;
  std::ofstream(folder / "attack.cpp") << head << "\nint x;\n";
  try {
    static_cast<void>(AttackFile::read(folder / "attack.cpp"));
  } catch (const std::runtime_error& e) {
    return e.what();
  }
  return "";
}

TEST(AttackFiles, AHeadMustBeWhole) {
  const std::string head = "// attack: a\n// because: b\n";
  EXPECT_EQ(complaint_about(head + "// expect: wrong or timed_out"), "");
  EXPECT_THAT(complaint_about(head), HasSubstr("lacks '// expect"));
  EXPECT_THAT(complaint_about("// attack: a\n// expect: wrong"), HasSubstr("lacks '// because"));
  EXPECT_THAT(complaint_about("// because: b\n// expect: wrong"), HasSubstr("lacks '// attack"));
  EXPECT_THAT(complaint_about(head + "// expect: wrong or beaten"), HasSubstr("'beaten' is no"));
  EXPECT_THAT(complaint_about(head + "// expect: harness_error"), HasSubstr("is no verdict"));
  EXPECT_THAT(complaint_about(head + "// expect: wrong\n// mood: bad"), HasSubstr("mood"));
}

TEST(AttackFiles, OnlyFilesOfTheLabAreAttacked) {
  const std::string head = "// attack: a\n// because: b\n// expect: wrong\n// file: ";
  EXPECT_EQ(complaint_about(head + "tp1/train.cpp"), "");
  for (const char* file : {"tp1/affine.cpp", "tp1/nll.cpp", "tp2/tanh.cpp", "../softmax.cpp"}) {
    EXPECT_THAT(complaint_about(head + file), HasSubstr("not a file to attack")) << file;
  }
}

TEST(AttackFiles, PlaceholdersAreReplaced) {
  AttackFile attack;
  attack.text = "read @CANARY@, then @CANARY@; mail me@localhost";
  EXPECT_EQ(attack.with({{"CANARY", "/c"}}), "read /c, then /c; mail me@localhost");
  EXPECT_THROW(static_cast<void>(attack.with({{"PORT", "1"}})), std::runtime_error);
}

TEST(Traces, WordsAndSecretsAreSeen) {
  EXPECT_THAT(traces_in(std::string_view("tp1.softmax  0 / 4\nwrong, für immer ≠ ✓\n")), IsEmpty());
  for (const char* word : {"LOOT forked 7", kSecretFile, kSecretVariable, kSecretSubmission}) {
    EXPECT_THAT(traces_in(std::string_view(std::string("... ") + word)),
                testing::ElementsAre(HasSubstr(word)));
  }
}

TEST(Traces, WhatActsOnTerminalsIsSeen) {
  for (const char* text : {"\x1b[2J", "\r", "\t", "\a", "\x7f", "\u0085", "\u009b", "\u202a",
                           "\u202e", "\u2066", "\u2069"}) {
    EXPECT_EQ(traces_in(std::string_view(text)).size(), 1U) << testing::PrintToString(text);
  }
  EXPECT_EQ(traces_in(std::string_view("\0", 1)).size(), 1U);
  EXPECT_THAT(traces_in(std::string_view("\n\u00a0\u2013\u2065\xe2")), IsEmpty());
}

TEST(Traces, EveryStringOfADocumentIsLookedAt) {
  const json document = {{"a", {1, "good", {{"b", "\x1b["}}}}, {"c", "LOOT"}};
  EXPECT_EQ(traces_in(document).size(), 2U);
  EXPECT_THAT(traces_in(json{{"a", {true, nullptr, 1.5, "good"}}}), IsEmpty());
}

TEST(Traces, AChangedCanaryIsSeen) {
  const TemporaryFolder folder;
  const auto changed_by = [&](const std::function<void(const fs::path&)>& change) {
    const Canary canary(folder / "canary");
    EXPECT_TRUE(canary.is_unchanged());
    change(canary.path());
    const bool unchanged = canary.is_unchanged();
    fs::remove(canary.path());
    return !unchanged;
  };
  EXPECT_TRUE(changed_by([](const fs::path& p) { fs::remove(p); }));
  EXPECT_TRUE(changed_by([](const fs::path& p) { fs::permissions(p, fs::perms::owner_all); }));
  EXPECT_TRUE(changed_by([](const fs::path& p) { fs::resize_file(p, 0); }));
  EXPECT_TRUE(changed_by([&](const fs::path& p) { fs::create_hard_link(p, folder / "link"); }));
  EXPECT_TRUE(
      changed_by([](const fs::path& p) { fs::last_write_time(p, fs::last_write_time(p) + 1s); }));
}

TEST(Traces, LeftoversAreSeen) {
  const TemporaryFolder folder;
  const std::vector<fs::path> folders = {folder.path(), folder / "nowhere"};
  std::ofstream(folder / "innocent") << "";
  EXPECT_THAT(leftovers(folders), IsEmpty());
  fs::create_directory(folder / "gradus-attack-folder");
  EXPECT_THAT(leftovers(folders), testing::ElementsAre(folder / "gradus-attack-folder"));
}

/// Calls as attacks do.
void call(int family, int type, const void* address, std::size_t size) {
  const int fd = ::socket(family, type | SOCK_CLOEXEC, 0);
  ASSERT_EQ(::connect(fd, static_cast<const sockaddr*>(address), static_cast<socklen_t>(size)), 0);
  EXPECT_TRUE(type == SOCK_STREAM || ::send(fd, "x", 1, 0) == 1);
  ::close(fd);
}

TEST(Traces, CallsAreHeard) {
  const Ears ears;
  EXPECT_FALSE(ears.has_heard());
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<in_port_t>(ears.port()));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  for (const int type : {SOCK_STREAM, SOCK_DGRAM}) {
    call(AF_INET, type, &address, sizeof address);
    EXPECT_TRUE(ears.has_heard());
    EXPECT_FALSE(ears.has_heard());
  }
  sockaddr_un local{};
  local.sun_family = AF_UNIX;
  const std::string name = ears.local_name();
  std::memcpy(local.sun_path, name.data(), name.size());
  call(AF_UNIX, SOCK_STREAM, &local, offsetof(sockaddr_un, sun_path) + name.size());
  EXPECT_TRUE(ears.has_heard());
}

TEST(Traces, SurvivorsAreSeen) {
  EXPECT_TRUE(no_child_lives_on(0s));
  const TemporaryFolder folder;
  const std::string file = folder / "file";
  std::ofstream(file) << "";
  const pid_t child = ::fork();
  if (child == 0) {
    ::execl("/usr/bin/tail", "tail", "-f", file.c_str(), nullptr);
    ::_exit(127);
  }
  EXPECT_FALSE(no_child_lives_on(200ms));
  EXPECT_THAT(processes_that_mention(folder.path().string()), Contains(child));
  ::kill(child, SIGKILL);
  EXPECT_TRUE(no_child_lives_on(10s));
  EXPECT_THAT(processes_that_mention(folder.path().string()), IsEmpty());
}

}  // namespace
}  // namespace gradus::attacks

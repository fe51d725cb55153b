#include "report/json.hpp"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>
#include <sys/resource.h>
#include <unistd.h>
#include <utility>

#include "tests/mnist/temporary_folder.hpp"
#include "tests/report/sample_results.hpp"
#include "tests/report/schema.hpp"

namespace gradus::report {
namespace {

namespace fs = std::filesystem;
using mnist::test::TemporaryFolder;
using nlohmann::json;
using test::complaints;
using test::content;
using testing::HasSubstr;

json sample() { return json::parse(report::json(test::sample_results())); }

TEST(Json, FollowsItsSchema) {
  Results empty = test::sample_results();
  empty.labs.clear();
  EXPECT_EQ(complaints(sample()), "");
  EXPECT_EQ(complaints(json::parse(report::json(empty))), "");
}

/// What the schema says against variations of a document that are all wrong.
void expect_refused(const std::vector<std::pair<std::string, json>>& variations) {
  std::vector<json> documents;
  for (const auto& [what, document] : variations) documents.push_back(document);
  const auto found = test::complaints_each(documents);
  for (std::size_t i = 0; i < found.size(); ++i) {
    EXPECT_NE(found[i], "") << variations[i].first << " is not noticed";
  }
}

TEST(Schema, IsStrict) {
  const std::vector<std::pair<const char*, json>> changes = {
      {"/surplus", 1},
      {"/schema", "gradus-results/2"},
      {"/points", -1},
      {"/points", "20"},
      {"/fingerprint/surplus", 1},
      {"/fingerprint/submission", "abc"},
      {"/fingerprint/seed", "secret 5"},
      {"/labs/0/surplus", 1},
      {"/labs/0/name", "TP1"},
      {"/labs/0/mnist", 7},
      {"/labs/0/mnist/surplus", 1},
      {"/labs/0/mnist/accuracies/0", 1.5},
      {"/labs/0/exercises/0/surplus", 1},
      {"/labs/0/exercises/0/verdict", "excellent"},
      {"/labs/0/exercises/0/checks/0/surplus", 1},
      {"/labs/0/exercises/0/checks/0/kind", "fun"},
      {"/labs/0/exercises/0/checks/0/cases", 1.5},
      {"/labs/0/exercises/1/checks/1/failure/surplus", 1},
      {"/labs/0/exercises/1/checks/1/points", 1},          // Only what passed pays.
      {"/labs/0/exercises/1/checks/1/verdict", "passed"},  // What passed has no failure.
  };
  std::vector<std::pair<std::string, json>> variations;
  for (const auto& [place, value] : changes) {
    variations.emplace_back(std::string(place) + " = " + value.dump(), sample());
    variations.back().second[json::json_pointer(place)] = value;
  }
  expect_refused(variations);
}

TEST(Schema, AsksForEveryField) {
  const json whole = sample();
  std::vector<std::pair<std::string, json>> variations;
  for (const char* place :
       {"", "/fingerprint", "/labs/0", "/labs/0/mnist", "/labs/0/exercises/1",
        "/labs/0/exercises/1/checks/1", "/labs/0/exercises/1/checks/1/failure"}) {
    for (const auto& [key, value] : whole.at(json::json_pointer(place)).items()) {
      variations.emplace_back("no " + std::string(place) + "/" + key, whole);
      variations.back().second.at(json::json_pointer(place)).erase(key);
    }
  }
  expect_refused(variations);
}

TEST(Json, HoldsEveryVerdictOfTheClosedSet) {
  std::set<std::string> seen;
  const json document = sample();
  for (const auto& e : document.at("/labs/0/exercises"_json_pointer)) {
    seen.insert(e.at("verdict").get<std::string>());
  }
  EXPECT_EQ(seen.size(), test::kVerdicts.size());
  for (const Verdict verdict : test::kVerdicts)
    EXPECT_TRUE(seen.contains(std::string(name(verdict))));
}

TEST(Json, PointsAreAsPeopleWriteThem) {
  const json document = sample();
  EXPECT_EQ(document.at("/labs/0/points"_json_pointer).dump(), "12.5");
  EXPECT_EQ(document.at("/labs/0/exercises/0/points"_json_pointer).dump(), "1.25");
  EXPECT_EQ(document.at("/points"_json_pointer), 25.0);
}

TEST(Json, NumbersHaveSixDigits) {
  EXPECT_EQ(sample().at("/labs/0/mnist/accuracies"_json_pointer).dump(), "[0.3,0.666667]");
}

TEST(Json, SaysWhetherTheMarksMayBeUsed) {
  EXPECT_FALSE(sample().at("usable").get<bool>());
  Results fine = test::sample_results();
  for (LabResult& lab : fine.labs) lab.exercises.resize(1);
  EXPECT_TRUE(json::parse(report::json(fine)).at("usable").get<bool>());
}

TEST(Json, TextOfAStudentIsMadeHarmless) {
  const std::string text = report::json(test::sample_results());
  EXPECT_EQ(text.find("\\u001b"), std::string::npos) << "no escape, not even an escaped one";
  EXPECT_EQ(text.find("\u202e"), std::string::npos);
  EXPECT_THAT(text, HasSubstr("\\\\x1b"));
}

TEST(Json, IsAFunctionOfTheResults) {
  EXPECT_EQ(report::json(test::sample_results()), report::json(test::sample_results()));
}

TEST(Timings, AreNotPartOfTheResults) {
  Results results = test::sample_results();
  const std::string without = report::json(results);
  results.timings = {{"compile", 1.23456}, {"tp1.softmax", 0.5}};
  EXPECT_EQ(report::json(results), without);
  EXPECT_EQ(json::parse(timings_json(results)).dump(),
            R"({"schema":"gradus-timings/1","seconds":{"compile":1.235,"tp1.softmax":0.5}})");
}

// Writing.

/// The names in a folder.
std::set<std::string> names_in(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename());
  return names;
}

std::string failure_of(const fs::path& file) {
  try {
    write_atomically(file, "new");
  } catch (const std::runtime_error& e) {
    return e.what();
  }
  return {};
}

TEST(WriteAtomically, WritesAndReplaces) {
  const TemporaryFolder folder;
  write_atomically(folder / "results.json", "first");
  write_atomically(folder / "results.json", "second");
  EXPECT_EQ(content(folder / "results.json"), "second");
  EXPECT_EQ(names_in(folder.path()), std::set<std::string>{"results.json"});
  EXPECT_EQ(fs::status(folder / "results.json").permissions(), static_cast<fs::perms>(0644));
}

TEST(WriteAtomically, NamesWhatCannotBeWritten) {
  const TemporaryFolder folder;
  fs::create_directory(folder / "taken");
  EXPECT_THAT(failure_of(folder / "nowhere/results.json"), HasSubstr("nowhere/results.json"));
  EXPECT_THAT(failure_of(folder / "taken"), HasSubstr("it is a folder"));
  EXPECT_EQ(names_in(folder.path()), std::set<std::string>{"taken"});
}

TEST(WriteAtomically, AFullDiskLeavesTheOldFileAndNoPartOfTheNew) {
  const TemporaryFolder folder;
  write_atomically(folder / "results.json", "old");
  // A limit on file sizes fails as a full disk does: a write ends short.
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  ::signal(SIGXFSZ, SIG_IGN);
  const rlimit small{1000, before.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  EXPECT_THROW(write_atomically(folder / "results.json", std::string(100'000, 'x')),
               std::runtime_error);
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
  EXPECT_EQ(content(folder / "results.json"), "old");
  EXPECT_EQ(names_in(folder.path()), std::set<std::string>{"results.json"});
}

TEST(WriteAtomically, ALinkStaysALink) {
  const TemporaryFolder folder;
  write_atomically(folder / "real", "old");
  fs::create_symlink("real", folder / "link");
  write_atomically(folder / "link", "new");
  EXPECT_TRUE(fs::is_symlink(folder / "link"));
  EXPECT_EQ(content(folder / "real"), "new");
}

TEST(WriteAtomically, APipeIsWrittenToAndNotReplaced) {
  std::array<int, 2> pipe{};
  ASSERT_EQ(::pipe(pipe.data()), 0);
  write_atomically("/proc/self/fd/" + std::to_string(pipe[1]), "results");
  ::close(pipe[1]);
  std::array<char, 16> text{};
  EXPECT_EQ(::read(pipe[0], text.data(), text.size()), 7);
  EXPECT_STREQ(text.data(), "results");
}

}  // namespace
}  // namespace gradus::report

#pragma once

#include <algorithm>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/exercise.hpp"
#include "mistakes/version_file.hpp"
#include "sandbox/verdict.hpp"
#include "tests/report/schema.hpp"

namespace gradus::attacks {

namespace fs = std::filesystem;

/// The exercise that every attacker solves rightly, to see that an attack costs nothing else.
inline constexpr std::string_view kBystander = "tp1.nll";

/// One hostile file of the corpus and what its head says of it:
///
///     // attack: what it tries
///     // expect: wrong or crashed
///     // because: which property of the grader makes it fail
///     // file: tp1/evaluate.cpp            (the file that it stands for, if not tp1/softmax.cpp)
///
/// More than one verdict is expected only where the outcome depends on machine or build.
struct AttackFile {
  std::string name;  ///< "kill_the_grader"
  std::string file;  ///< "tp1/softmax.cpp"
  std::string slug;  ///< "tp1.softmax"
  std::string tries;
  std::vector<std::string> expected;  ///< names of verdicts
  std::string text;                   ///< with placeholders: @CANARY@, @PORT@, ...

  /// \throws std::runtime_error that names the file and what is wrong with its head
  [[nodiscard]] static AttackFile read(const fs::path& path);

  /// The text as it is handed in: every placeholder replaced.
  /// \throws std::runtime_error if one is left
  [[nodiscard]] std::string with(const std::map<std::string, std::string>& values) const;
};

/// The parts of "wrong or crashed".
inline std::vector<std::string> alternatives(std::string_view text) {
  constexpr std::string_view kOr = " or ";
  std::vector<std::string> parts;
  for (std::size_t end = text.find(kOr); end != std::string_view::npos; end = text.find(kOr)) {
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(end + kOr.size());
  }
  parts.emplace_back(text);
  return parts;
}

/// Whether a student's file can earn that verdict. kHarnessError is none: no file may bring it
/// about.
inline bool is_verdict(std::string_view word) {
  for (const Verdict v : {Verdict::kPassed, Verdict::kWrong, Verdict::kNotStarted,
                          Verdict::kDidNotBuild, Verdict::kCrashed, Verdict::kTimedOut,
                          Verdict::kOutOfMemory, Verdict::kBadReply, Verdict::kUnfinished}) {
    if (word == gradus::name(v)) return true;
  }
  return false;
}

inline AttackFile AttackFile::read(const fs::path& path) {
  const auto complain = [&path](const std::string& what) {
    throw std::runtime_error(path.string() + ": " + what);
  };
  const auto version = mistakes::VersionFile::read(path);
  for (const auto& [key, value] : version.head) {
    if (key != "attack" && key != "expect" && key != "because" && key != "file") {
      complain("nothing is known of '// " + key + ": ...'");
    }
  }
  const auto value_of = [&](const std::string& key) {
    const auto found = version.head.find(key);
    return found == version.head.end() ? std::string() : found->second;
  };
  for (const char* key : {"attack", "expect", "because"}) {
    if (value_of(key).empty()) complain(std::string("its head lacks '// ") + key + ": ...'");
  }

  AttackFile attack;
  attack.name = version.name;
  attack.tries = value_of("attack");
  attack.text = test::content(path);
  attack.expected = alternatives(value_of("expect"));
  for (const std::string& verdict : attack.expected) {
    if (!is_verdict(verdict)) complain("'" + verdict + "' is no verdict");
  }
  attack.file = value_of("file").empty() ? "tp1/softmax.cpp" : value_of("file");
  attack.slug = attack.file.substr(0, attack.file.find(".cpp"));
  std::replace(attack.slug.begin(), attack.slug.end(), '/', '.');
  const Exercise* const exercise = find_exercise(attack.slug);
  if (exercise == nullptr || exercise->lab() != "tp1" || exercise->file != attack.file ||
      exercise->slug == kBystander) {
    complain(attack.file + " is not a file to attack");
  }
  return attack;
}

inline std::string AttackFile::with(const std::map<std::string, std::string>& values) const {
  std::string result = text;
  for (const auto& [key, value] : values) {
    const std::string placeholder = "@" + key + "@";
    for (std::size_t at = result.find(placeholder); at != std::string::npos;
         at = result.find(placeholder, at + value.size())) {
      result.replace(at, placeholder.size(), value);
    }
  }
  for (std::size_t at = result.find('@'); at != std::string::npos; at = result.find('@', at + 1)) {
    const std::size_t end = result.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ", at + 1);
    if (end > at + 1 && end != std::string::npos && result[end] == '@') {
      throw std::runtime_error(name + ": nothing is known of " + result.substr(at, end + 1 - at));
    }
  }
  return result;
}

/// All attacks of a folder by name: every .cpp file but the tests.
inline std::vector<std::string> attack_names(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string stem = entry.path().stem();
    if (entry.path().extension() == ".cpp" && !stem.ends_with("_test")) names.push_back(stem);
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace gradus::attacks

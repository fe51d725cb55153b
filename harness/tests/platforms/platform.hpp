#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/judge/program.hpp"
#include "tests/mnist/temporary_folder.hpp"
#include "tests/report/schema.hpp"

/// A platform's folders, played on this machine: what the package does there, with the program that
/// is built already, and without a network.
namespace gradus::platforms {

namespace fs = std::filesystem;
using mnist::test::TemporaryFolder;
using nlohmann::json;
using test::content;

inline sandbox::Outcome gradus(std::vector<std::string> words) {
  words.insert(words.begin(), GRADUS_PROGRAM);
  return test::run_program(std::move(words));
}

inline void write(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

/// Replaces a line "key=..." of a package's settings.
inline void set(const fs::path& settings, const std::string& key, const std::string& value) {
  std::string text = content(settings);
  const auto at = text.find("\n" + key + "=");
  ASSERT_NE(at, std::string::npos) << key;
  text.replace(at + 1, text.find('\n', at + 1) - at - 1, key + "=" + value);
  write(settings, text);
}

/// The files of tp1 as a student who can do everything hands them in.
inline void hand_in_solutions(const fs::path& folder) {
  fs::create_directories(folder);
  for (const auto& file : fs::directory_iterator(fs::path(GRADUS_SOLUTIONS) / "tp1")) {
    if (file.path().extension() == ".cpp") fs::copy(file.path(), folder);
  }
}

/// A program in the grader's place, with this script.
inline fs::path fake_program(const fs::path& file, const std::string& script) {
  write(file, "#!/bin/sh\n" + script);
  fs::permissions(file, fs::perms::owner_all);
  return file;
}

}  // namespace gradus::platforms

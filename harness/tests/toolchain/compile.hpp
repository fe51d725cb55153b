#pragma once

#include <chrono>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <string>

#include "sandbox/process.hpp"
#include "tests/mnist/temporary_folder.hpp"
#include "toolchain/recipe.hpp"

namespace gradus::toolchain {

inline const Recipe& recipe_of_this_build() {
  static const Recipe recipe = Recipe::load(GRADUS_RECIPE);
  return recipe;
}

/// An object of the given source, compiled as students' files are.
class ObjectFile {
 public:
  explicit ObjectFile(const std::string& source) {
    std::ofstream(folder_ / "file.cpp") << source;
    sandbox::Command command{{recipe_of_this_build().compiler.string()}, folder_.path()};
    const auto& flags = recipe_of_this_build().compile_flags;
    command.argv.insert(command.argv.end(), flags.begin(), flags.end());
    command.argv.insert(command.argv.end(), {"-c", "file.cpp", "-o", "file.o"});
    sandbox::Limits limits;
    limits.address_space = 0;
    const auto outcome = sandbox::run(command, limits, std::chrono::seconds(50));
    EXPECT_TRUE(outcome.success()) << outcome.errors;
  }
  [[nodiscard]] std::filesystem::path path() const { return folder_ / "file.o"; }

 private:
  mnist::test::TemporaryFolder folder_;
};

}  // namespace gradus::toolchain

#pragma once

#include <chrono>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <string>

#include "sandbox/self_test.hpp"
#include "tests/mnist/temporary_folder.hpp"
#include "toolchain/recipe.hpp"

namespace gradus::toolchain {

inline const Recipe& recipe_of_this_build() {
  static const Recipe recipe = Recipe::load(GRADUS_RECIPE);
  return recipe;
}

/// The walls that a grading on this machine would get.
inline const sandbox::Confinement& walls_of_this_machine() {
  static const sandbox::Confinement confinement(
      sandbox::strongest(recipe_of_this_build().probe).level);
  return confinement;
}

/// An object of the given source, compiled as students' files are.
class ObjectFile {
 public:
  explicit ObjectFile(const std::string& source) {
    std::ofstream(folder_ / "file.cpp") << source;
    sandbox::Command command{{recipe_of_this_build().compiler.string()}, folder_.path()};
    const auto& flags = recipe_of_this_build().compile_flags;
    command.argv.insert(command.argv.end(), flags.begin(), flags.end());
    const std::string labs = recipe_of_this_build().labs.string();
    command.argv.insert(command.argv.end(),
                        {"-I" + labs, "-I" + labs + "/kit", "-c", "file.cpp", "-o", "file.o"});
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

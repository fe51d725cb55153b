#include "toolchain/recipe.hpp"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdexcept>

#include "catalogue/exercise.hpp"
#include "tests/mnist/temporary_folder.hpp"

namespace gradus::toolchain {
namespace {

using mnist::test::TemporaryFolder;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

Recipe load(const std::string& text) {
  const TemporaryFolder folder;
  std::ofstream(folder / "recipe.txt") << text;
  return Recipe::load(folder / "recipe.txt");
}

std::string complaint_about(const std::string& text) {
  try {
    static_cast<void>(load(text));
  } catch (const std::runtime_error& e) {
    return e.what();
  }
  return {};
}

TEST(Recipe, HoldsEveryKeyThatIsWritten) {
  const Recipe r = load(
      "compiler /usr/bin/g++\ncompiler_version GNU 12.2.0\narch x86-64-v3\nsanitized ON\n"
      "labs /home/ada/my labs\ncompile_flag -std=c++20\ncompile_flag -I/home/ada/my labs\n\n"
      "link_flag -fsanitize=address\nworker /a/main.o\nworker /a/kit.a\npractice /a/p.a\n"
      "prelude tp2 /a/p.hpp\nprecompiled tp2 /a/p.gch\nstubs /a/stubs\n"
      "grapher /a/g.a\ngrapher_flag -Wl,--wrap=f\n"
      "binding tp1.softmax /a/my folder/b.o\nreference tp1.softmax /a/r.o\ngiven tp1 /a/given.a\n");
  EXPECT_EQ(r.compiler, "/usr/bin/g++");
  EXPECT_EQ(r.compiler_version, "GNU 12.2.0");
  EXPECT_EQ(r.arch, "x86-64-v3");
  EXPECT_TRUE(r.sanitized);
  EXPECT_EQ(r.labs, "/home/ada/my labs");
  EXPECT_THAT(r.compile_flags, ElementsAre("-std=c++20", "-I/home/ada/my labs"));
  EXPECT_THAT(r.link_flags, ElementsAre("-fsanitize=address"));
  EXPECT_THAT(r.worker, ElementsAre("/a/main.o", "/a/kit.a"));
  EXPECT_THAT(r.practice, ElementsAre("/a/p.a"));
  EXPECT_EQ(r.preludes.at("tp2"), "/a/p.hpp");
  EXPECT_EQ(r.precompiled.at("tp2"), "/a/p.gch");
  EXPECT_EQ(r.stubs, "/a/stubs");
  EXPECT_THAT(r.grapher, ElementsAre("/a/g.a"));
  EXPECT_THAT(r.grapher_flags, ElementsAre("-Wl,--wrap=f"));
  EXPECT_EQ(r.bindings.at("tp1.softmax"), "/a/my folder/b.o");
  EXPECT_EQ(r.references.at("tp1.softmax"), "/a/r.o");
  EXPECT_EQ(r.given.at("tp1"), "/a/given.a");
}

TEST(Recipe, AnUnknownKeyIsNamedTogetherWithTheFile) {
  EXPECT_THAT(complaint_about("compiler g++\ncolour blue\n"),
              AllOf(HasSubstr("recipe.txt"), HasSubstr("unknown key 'colour'")));
}

TEST(Recipe, APartWithoutAFileIsAnError) {
  EXPECT_THAT(complaint_about("binding tp1.softmax\n"), HasSubstr("names no file"));
}

TEST(Recipe, AMissingFileIsNamed) {
  try {
    static_cast<void>(Recipe::load("/nonexistent/recipe.txt"));
    ADD_FAILURE();
  } catch (const std::runtime_error& e) {
    EXPECT_THAT(e.what(), HasSubstr("/nonexistent/recipe.txt"));
  }
}

TEST(RecipeOfThisBuild, NamesOnlyFilesThatAreThere) {
  const Recipe r = Recipe::load(GRADUS_RECIPE);
  std::vector<std::filesystem::path> files = {r.compiler, r.labs};
  files.insert(files.end(), r.worker.begin(), r.worker.end());
  for (const auto* parts : {&r.bindings, &r.references, &r.given}) {
    for (const auto& [name, file] : *parts) files.push_back(file);
  }
  for (const auto& file : files) EXPECT_TRUE(std::filesystem::exists(file)) << file;
}

TEST(RecipeOfThisBuild, HasTheGivenCodeAndTheReferenceOfEveryExercise) {
  const Recipe r = Recipe::load(GRADUS_RECIPE);
  for (const Lab& lab : catalogue()) {
    EXPECT_TRUE(r.given.contains(std::string(lab.name))) << lab.name;
    for (const Exercise& e : lab.exercises) {
      EXPECT_TRUE(r.references.contains(std::string(e.slug))) << e.slug;
    }
  }
}

TEST(RecipeOfThisBuild, CompilesStudentsFilesAsDocumented) {
  const Recipe r = Recipe::load(GRADUS_RECIPE);
  EXPECT_THAT(r.compile_flags, testing::IsSupersetOf({"-std=c++20", "-O1", "-ffp-contract=off",
                                                      "-Wall", "-Wextra", "-Werror=return-type"}));
  EXPECT_THAT(r.compile_flags, testing::Not(testing::Contains("-Werror")));
  EXPECT_THAT(r.compile_flags, testing::Not(testing::Contains("-ffast-math")));
}

}  // namespace
}  // namespace gradus::toolchain

#include "mistakes/bank.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>
#include <string>

#include "catalogue/exercise.hpp"
#include "mistakes/bank_source.hpp"
#include "specs/specs.hpp"
#include "tests/mnist/temporary_folder.hpp"

namespace gradus::mistakes {
namespace {

namespace fs = std::filesystem;
using mnist::test::TemporaryFolder;
using testing::HasSubstr;
using testing::ThrowsMessage;

template <class Look>
void each_mistake(Look look) {
  for (const Lab& lab : catalogue()) {
    for (const Exercise& e : lab.exercises) {
      for (const Mistake& m : mistakes_of(e.slug)) look(e, m);
    }
  }
}

TEST(Bank, HoldsAHundredMistakesAndFortyFiveVariantsAtLeast) {
  std::size_t wrong = 0;
  std::size_t right = 0;
  for (const Lab& lab : catalogue()) {
    for (const Exercise& e : lab.exercises) {
      wrong += mistakes_of(e.slug).size();
      right += variants_of(e.slug).size();
    }
  }
  EXPECT_GE(wrong, 100U);
  EXPECT_GE(right, 45U);
}

TEST(Bank, EveryMistakeNamesACheckOfItsExercise) {
  each_mistake([](const Exercise& e, const Mistake& m) {
    const auto& checks = specs::spec_of(e.slug).checks;
    EXPECT_TRUE(std::any_of(checks.begin(), checks.end(),
                            [&](const check::Check& c) { return c.idea == m.caught_by; }))
        << e.slug << "." << m.name << " says '" << m.caught_by << "'";
  });
}

TEST(Bank, EverySentenceIsOneThatAStudentCanRead) {
  each_mistake([](const Exercise& e, const Mistake& m) {
    const auto last = m.says.find_last_not_of(')');
    EXPECT_TRUE(m.says[last] == '.' || m.says[last] == '?') << e.slug << "." << m.name;
    EXPECT_GE(m.says.size(), 40U) << e.slug << "." << m.name << ": too short to help";
    EXPECT_LE(m.says.size(), 420U) << e.slug << "." << m.name << ": too long for ten lines";
    EXPECT_EQ(m.says.find("  "), std::string_view::npos) << e.slug << "." << m.name;
  });
}

TEST(Bank, NoTwoMistakesOfAnExerciseSayTheSame) {
  for (const Lab& lab : catalogue()) {
    for (const Exercise& e : lab.exercises) {
      std::set<std::string_view> said;
      for (const Mistake& m : mistakes_of(e.slug)) {
        EXPECT_TRUE(said.insert(m.says).second) << e.slug << "." << m.name;
      }
    }
  }
}

TEST(Bank, NothingIsKnownOfAnExerciseThatDoesNotExist) {
  EXPECT_TRUE(mistakes_of("tp1.cooking").empty());
  EXPECT_TRUE(variants_of("tp1.cooking").empty());
}

/// A project with one exercise and one version of it.
class BankFile : public testing::Test {
 protected:
  void write(const std::string& text) const {
    const fs::path file = root_ / "harness/mistakes/tp1/softmax/odd.cpp";
    fs::create_directories(file.parent_path());
    std::ofstream(file) << text;
  }
  [[nodiscard]] std::string table() const { return table_source(root_.path(), catalogue()); }

  TemporaryFolder root_;
};

TEST_F(BankFile, AHeadMayRunOverSeveralLines) {
  write(
      "// caught by: value\n// says: One and\n//       two.\n// notes: a\n// source: new\nint "
      "x;\n");
  EXPECT_THAT(table(), HasSubstr("\"One and two.\""));
}

TEST_F(BankFile, AHeadThatLacksSomethingIsAnErrorThatNamesTheFile) {
  write("// caught by: value\n// notes: a\n// source: new\nint x;\n");
  EXPECT_THAT([&] { (void)table(); }, ThrowsMessage<std::runtime_error>(testing::AllOf(
                                          HasSubstr("odd.cpp"), HasSubstr("'// says: ...'"))));
}

TEST_F(BankFile, AnUnknownKeyIsAnError) {
  write("// caught by: value\n// says: x\n// nots: a\n// notes: a\n// source: new\nint x;\n");
  EXPECT_THAT([&] { (void)table(); }, ThrowsMessage<std::runtime_error>(HasSubstr("nots")));
}

TEST_F(BankFile, ATwinMustExist) {
  write("// caught by: value\n// says: x\n// notes: a\n// source: new\n// twin: ghost\nint x;\n");
  EXPECT_THAT([&] { (void)table(); }, ThrowsMessage<std::runtime_error>(HasSubstr("ghost")));
}

}  // namespace
}  // namespace gradus::mistakes

#include "toolchain/symbols.hpp"

#include <algorithm>
#include <chrono>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdexcept>

#include "catalogue/exercise.hpp"
#include "tests/toolchain/compile.hpp"

namespace gradus::toolchain {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Words shared_of(std::string_view lab) { return header_words(recipe_of_this_build().labs / lab); }

/// What a file offers to others, as C++ writes it.
std::set<std::string> names_in(const std::filesystem::path& object, std::string_view lab = "tp1") {
  std::set<std::string> names;
  for (const std::string& name : outside_names(object, shared_of(lab), walls_of_this_machine())) {
    names.insert(demangle(name, walls_of_this_machine()));
  }
  return names;
}

std::set<std::string> names_of(const std::string& source) {
  return names_in(ObjectFile(source).path());
}

TEST(HeaderWords, AreWhatTheHeadersDeclareWithoutTheirComments) {
  const auto words = shared_of("tp1");
  EXPECT_THAT(words, Contains("softmax"));
  EXPECT_THAT(words, Contains("AffineGradient"));
  EXPECT_THAT(words, Not(Contains("shifted")));
  EXPECT_THAT(words, Not(Contains("Bridle"))) << "named in a comment only";
}

TEST(OutsideNames, HoldFunctionsVariablesInlineFunctionsAndTemplates) {
  const auto names = names_of(R"(
    namespace tp1 {
    double plain(double x) { return x; }
    inline double shifted(double x) { return x + 1; }
    template <class T> T largest(T a, T b) { return a < b ? b : a; }
    struct Best { virtual ~Best(); virtual void f(); int n; };
    Best::~Best() {}
    void Best::f() {}
    int counter = 0;
    double (*volatile keep)(double) = &shifted;
    int (*volatile keep_too)(int, int) = &largest<int>;
    }
    int global_helper(int x) { return x; }
  )");
  EXPECT_THAT(names, testing::IsSupersetOf({"tp1::plain(double)", "tp1::shifted(double)",
                                            "int tp1::largest<int>(int, int)", "tp1::counter",
                                            "vtable for tp1::Best", "global_helper(int)"}));
}

TEST(OutsideNames, LeaveOutWhatIsPrivateToAFile) {
  EXPECT_THAT(names_of(R"(
    #include <algorithm>
    #include <string>
    #include <vector>
    namespace tp1 {
    namespace {
    struct Best { std::string name; int n; };
    inline double shifted(double x) { return x + 1; }
    template <class T> T largest(T a, T b) { return a < b ? b : a; }
    std::vector<Best> all;
    }
    static double also_private(double x) { return shifted(largest(x, 2.0)); }
    double softmax(double x) {
      all.push_back({"x", 1});
      auto twice = [&](auto y) { return 2 * y + static_cast<double>(all.size()); };
      std::sort(all.begin(), all.end(), [](const Best& a, const Best& b) { return a.n < b.n; });
      std::vector<double> numbers(all.size(), x);
      std::sort(numbers.begin(), numbers.end(), [&](double a, double b) { return x * a < x * b; });
      return twice(also_private(numbers.back()));
    }
    }
  )"),
              ElementsAre("tp1::softmax(double)"));
}

TEST(OutsideNames, LeaveOutWhatHeadersBringIntoEveryFile) {
  EXPECT_THAT(names_of(R"(
    #include <algorithm>
    #include <functional>
    #include <map>
    #include <memory>
    #include <numeric>
    #include <sstream>
    #include <string>
    #include <vector>
    #include "nn/dataset.hpp"
    #include "nn/matrix.hpp"
    #include "nn/training.hpp"
    #include "tp1/affine.hpp"
    #include "tp1/linear_classifier.hpp"
    namespace tp1 {
    nn::Vector softmax(const nn::Vector& x) {
      std::vector<std::string> words(3, "w");
      std::vector<nn::Vector> vectors{x, x};
      std::vector<LinearClassifier> models(2, LinearClassifier{nn::Matrix(1, 1), x});
      std::map<std::string, std::vector<double>> table{{"a", {1.0, 2.0}}};
      std::function<double(double)> f = [&](double y) { return y + table.at("a")[0]; };
      auto gradient = std::make_shared<AffineGradient>(AffineGradient{nn::Matrix(1, 1), x});
      std::ostringstream out;
      out << words.size() << vectors.size() << f(2.0);
      std::sort(words.begin(), words.end());
      models.push_back({nn::outer(x, x), x});
      if (words.empty()) nn::todo("tp1.softmax", x, models[0]);
      return gradient->b;
    }
    }
  )"),
              ElementsAre("tp1::softmax(nn::Vector const&)"));
}

TEST(OutsideNames, HoldTheStandardLibrarysTemplatesOfAStudentsOwnTypes) {
  // Two files with different structs of one name would share one std::vector<Best>, silently.
  const auto names = names_of(R"(
    #include <algorithm>
    #include <vector>
    namespace tp1 {
    struct Best { double accuracy; int epoch; };
    bool better(const Best& a, const Best& b) { return a.accuracy > b.accuracy; }
    double softmax(std::vector<Best>& all, double x) {
      all.push_back({x, 1});
      all.push_back({2 * x, 2});
      std::sort(all.begin(), all.end(), &better);
      all.push_back({3 * x, 3});
      return all.back().accuracy;
    }
    }
  )");
  EXPECT_THAT(names, Contains(HasSubstr("std::vector<tp1::Best")));
}

TEST(OutsideNames, HoldAStudentsOwnOperators) {
  EXPECT_THAT(names_of(R"(
    #include "tp1/affine.hpp"
    namespace tp1 {
    inline AffineGradient operator+(const AffineGradient& a, const AffineGradient& b) {
      return {a.W + b.W, a.b + b.b};
    }
    AffineGradient twice(const AffineGradient& a) { return a + a; }
    AffineGradient (*volatile keep)(const AffineGradient&, const AffineGradient&) = &operator+;
    }
  )"),
              Contains(HasSubstr("tp1::operator+")));
}

TEST(OutsideNames, WhatIsNoObjectIsAnError) {
  EXPECT_THROW(static_cast<void>(outside_names("/nonexistent.o", {}, walls_of_this_machine())),
               std::runtime_error);
}

TEST(Demangle, LeavesOtherNamesAlone) {
  EXPECT_EQ(demangle("_ZN3tp17shiftedEd", walls_of_this_machine()), "tp1::shifted(double)");
  EXPECT_EQ(demangle("main", walls_of_this_machine()), "main");
  EXPECT_EQ(demangle("_Z_oops", walls_of_this_machine()), "_Z_oops");
  EXPECT_EQ(demangle("", walls_of_this_machine()), "");
}

TEST(Demangle, LeavesANameAloneThatIsTooLongToBeWrittenOut) {
  // Each type is a pointer to a function of three of the pointer before it: 3 to the 18th of them.
  std::string name = "_Z1fPFviE";
  for (const char number : std::string("02468ACEGIKMOQSUWY")) {
    const std::string before = std::string("S") + number + "_";
    name += "PFv" + before + before + before + "E";
  }
  EXPECT_EQ(demangle(name, walls_of_this_machine()), name);
  const std::string long_name = "_Z9000" + std::string(9000, 'a') + "v";
  EXPECT_EQ(demangle(long_name, walls_of_this_machine()), long_name);
}

TEST(Demangle, TakesNoNameForAnOption) {
  EXPECT_EQ(demangle("--help", walls_of_this_machine()), "--help");
  EXPECT_EQ(demangle("@/etc/hostname", walls_of_this_machine()), "@/etc/hostname");
}

TEST(OutsideNames, HostileNamesAreReadToo) {
  EXPECT_NO_THROW(static_cast<void>(names_of(R"(
    extern "C" {
    __attribute__((weak)) int odd1() asm("_Z99999999999999999999999999tp1");
    __attribute__((weak)) int odd1() { return 1; }
    __attribute__((weak)) int odd2() asm("_ZN3tp1");
    __attribute__((weak)) int odd2() { return 2; }
    __attribute__((weak)) int odd3() asm("_Z");
    __attribute__((weak)) int odd3() { return 3; }
    __attribute__((weak)) int odd4() asm("_ZN3tp199999999x");
    __attribute__((weak)) int odd4() { return 4; }
    }
  )")));
}

TEST(ListedNames, ALineThatIsNoSymbolGivesNoName) {
  EXPECT_THAT(
      listed_names("\n \nSymbol table '.symtab' contains 6 entries:\n"
                   "   Num:    Value          Size Type    Bind   Vis      Ndx Name\n"
                   "     0: 0000000000000000     0 NOTYPE  LOCAL  DEFAULT  UND \n"
                   "     1: 0000000000000000     5 FUNC    GLOBAL DEFAULT    1 main\n"
                   "     2: 0000000000000005     5 FUNC    LOCAL  DEFAULT    1 mine\n"
                   "     3: 0000000000000000     0 NOTYPE  GLOBAL DEFAULT  UND exp\n"
                   "     4: 0000000000000000     8 OBJECT  UNIQUE DEFAULT    4 _ZN1SIiE1vE\n"
                   "     5: 0000000000000000     4 FUNC    WEAK   DEFAULT [VARIANT_PCS]   5 w\n"
                   "     6: 0000000000000000     5 FUNC    GLOBAL DEFAULT    1\n"
                   "     7: 0000000000000000     5 FUNC    GLOBAL DEFAULT [\n",
                   {}),
      ElementsAre("_ZN1SIiE1vE", "main"));
}

TEST(ListedNames, ALongHostileNameTakesNoLongTime) {
  // Every eleven bytes an identifier begins that is as long as the rest of the name.
  std::string name = "_Z";
  for (int i = 0; i < 300'000; ++i) name += "3tp99999999";
  const auto start = std::chrono::steady_clock::now();
  EXPECT_TRUE(listed_names("1: 0 1 FUNC WEAK DEFAULT 1 " + name + "\n", {}).contains(name));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

/// Whether a name belongs to the function or class that an exercise is about.
bool belongs_to(std::string name, const std::string& function) {
  for (const std::string kind : {"vtable for ", "typeinfo for ", "typeinfo name for "}) {
    if (name.starts_with(kind)) name.erase(0, kind.size());
  }
  if (!name.starts_with(function)) return false;
  const std::string rest = name.substr(function.size());
  return rest.empty() || rest.starts_with("(") || rest.starts_with("::") || rest.starts_with("[");
}

TEST(References, ExportWhatTheContractAsksForAndNothingElse) {
  for (const Lab& lab : catalogue()) {
    for (const Exercise& e : lab.exercises) {
      const auto& object = recipe_of_this_build().references.at(std::string(e.slug));
      const auto names = names_in(object, lab.name);
      EXPECT_THAT(names, Not(IsEmpty())) << e.slug;
      for (const std::string& name : names) {
        EXPECT_TRUE(belongs_to(name, std::string(e.function)))
            << e.file << " of the solution offers " << name << " to other files; a helper belongs "
            << "into an unnamed namespace, or a student's own of that name would replace it";
      }
    }
  }
}

}  // namespace
}  // namespace gradus::toolchain

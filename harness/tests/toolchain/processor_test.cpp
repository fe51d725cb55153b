#include "toolchain/processor.hpp"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>
#include <sstream>

#include "tests/support/refusal.hpp"

namespace gradus::toolchain {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::uint32_t kEverything = ~std::uint32_t{0};

TEST(Processor, OfThisMachineRunsWhatWasBuiltHere) {
  EXPECT_THAT(missing_extensions(), IsEmpty());
  EXPECT_EQ(test::refusal([] { require_processor("native"); }), "");
}

TEST(Processor, LacksNothingOfABuildThatAsksForNothing) {
  EXPECT_THAT(missing_extensions(0), IsEmpty());
}

#ifdef __x86_64__
/// What the kernel says that the processor has.
std::set<std::string> flags() {
  std::ifstream in("/proc/cpuinfo");
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with("flags")) continue;
    std::istringstream words(line.substr(line.find(':') + 1));
    return {std::istream_iterator<std::string>(words), {}};
  }
  return {};
}

std::string as_a_flag(std::string extension) {
  if (extension == "sse3") return "pni";
  if (extension == "bmi") return "bmi1";
  std::replace(extension.begin(), extension.end(), '.', '_');
  return extension;
}

TEST(Processor, LacksWhatTheKernelDoesNotList) {
  const std::set<std::string> there = flags();
  ASSERT_TRUE(there.contains("sse2"));
  std::set<std::string> missing;
  for (const std::string& name : missing_extensions(kEverything)) missing.insert(name);
  for (const char* name :
       {"sse3", "ssse3", "sse4.1", "sse4.2", "popcnt", "avx", "avx2", "fma", "bmi", "bmi2",
        "avx512f", "avx512vl", "avx512bw", "avx512dq", "avx512cd"}) {
    EXPECT_NE(there.contains(as_a_flag(name)), missing.contains(name)) << name;
  }
}

TEST(Processor, ThatLacksSomethingIsRefusedByName) {
  const auto missing = missing_extensions(kEverything);
  ASSERT_FALSE(missing.empty()) << "what nobody knows yet is missing everywhere";
  const std::string says = test::refusal([] { require_processor("x86-64-v9", kEverything); });
  EXPECT_THAT(says, HasSubstr("'x86-64-v9'"));
  EXPECT_THAT(says, HasSubstr(missing.front()));
  EXPECT_THAT(says, HasSubstr("Nothing was judged"));
}
#endif

}  // namespace
}  // namespace gradus::toolchain

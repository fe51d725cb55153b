#include "intake/gradescope.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/refusal.hpp"
#include "tests/intake/archives.hpp"

namespace gradus::intake {
namespace {

using ::testing::HasSubstr;

constexpr const char* kExport = R"(---
submission_11:
  :submitters:
  - :name: Ada Lovelace
    :sid: '0100'
    :email: ada@example.org
  :created_at: 2026-09-14 10:00:00.000000000 +02:00
  :score: 0.0
  :status: processed
  :results:
    tests:
    - name: ':submitters:'
      output: |
        :name: Nobody
  :history:
  - :id: 10
    :submitters:
    - :name: Somebody Else
submission_12:
  :submitters:
    - :name: "Sean \"S\" O'Hara"
      :sid: 200
      :email:
    - :name: 'Zoë d''Arc'
      :sid: null
  :score: 1.0
submission_13:
  :submitters: []
)";

TEST(Gradescope, SaysWhoHandedInWhat) {
  const Submitters all = parse_submitters(kExport);
  ASSERT_EQ(all.size(), 3U);
  const auto& one = all.at("submission_11");
  ASSERT_EQ(one.size(), 1U);
  EXPECT_EQ(one[0].name, "Ada Lovelace");
  EXPECT_EQ(one[0].number, "0100");
  EXPECT_EQ(one[0].email, "ada@example.org");
  const auto& two = all.at("submission_12");
  ASSERT_EQ(two.size(), 2U);
  EXPECT_EQ(two[0].name, "Sean \"S\" O'Hara");
  EXPECT_EQ(two[0].number, "200");
  EXPECT_EQ(two[0].email, "");
  EXPECT_EQ(two[1].name, "Zo\u00eb d'Arc");
  EXPECT_EQ(two[1].number, "");
  EXPECT_TRUE(all.at("submission_13").empty());
}

TEST(Gradescope, SaysInWhichLineItCannotBeRead) {
  const auto error = [](const std::string& yaml) {
    return test::thrown<IntakeError>([&] { (void)parse_submitters(yaml); });
  };
  EXPECT_THAT(error("submission_1\n"), HasSubstr("line 1: expected the name of a folder"));
  EXPECT_THAT(error("  :submitters:\n"), HasSubstr("line 1"));
  EXPECT_THAT(error("a:\n  :submitters:\n  - :name: |\n"), HasSubstr("line 3: expected a text"));
  EXPECT_THAT(error("a:\n  :submitters:\n  - :name: 'x\n"), HasSubstr("a closing quote"));
  EXPECT_THAT(error("a:\n  :submitters:\n  - :name: \"\\u00e9\"\n"), HasSubstr("without escapes"));
  EXPECT_THAT(error("a:\n  :submitters:\n  - :name: Ada\n      King\n"), HasSubstr("line 4"));
  EXPECT_THAT(error("a:\n  :submitters: {}\n"), HasSubstr("line 2"));
  EXPECT_THAT(error("a:\n  :submitters: []\na:\n"), HasSubstr("line 3: expected each folder once"));
}

}  // namespace
}  // namespace gradus::intake

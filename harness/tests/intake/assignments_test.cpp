#include "intake/assignments.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/refusal.hpp"
#include "tests/intake/archives.hpp"

namespace gradus::intake {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;

TEST(Assignments, GiveAnIdForALabel) {
  EXPECT_THAT(parse_assignments("# mine\n\n Zo\u00eb Cruz_12 = s12\r\nold=work = -\n", "answers"),
              ElementsAre(Pair("Zo\u00eb Cruz_12", "s12"), Pair("old=work", "-")));
}

TEST(Assignments, NameTheLineThatIsWrong) {
  const auto error = [](const std::string& text) {
    return test::thrown<IntakeError>([&] { (void)parse_assignments(text, "answers"); });
  };
  EXPECT_THAT(error("a = 1\nb\n"), HasSubstr("answers, line 2: expected LABEL = STUDENT-ID"));
  EXPECT_THAT(error("= 1"), HasSubstr("line 1"));
  EXPECT_THAT(error("a ="), HasSubstr("line 1"));
  EXPECT_THAT(error("a = 1\na = 2"), HasSubstr("line 2: expected each label once"));
}

TEST(Assignments, NeedTheirFile) {
  EXPECT_THAT(test::thrown<IntakeError>([] { (void)read_assignments("/nowhere/answers"); }),
              HasSubstr("/nowhere/answers cannot be read"));
}

}  // namespace
}  // namespace gradus::intake

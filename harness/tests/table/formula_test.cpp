#include "table/formula.hpp"

#include <gtest/gtest.h>
#include <limits>
#include <rapidcheck/gtest.h>

namespace gradus::table {
namespace {

TEST(Formula, IsShownAsText) {
  for (const std::string cell :
       {"=1+1",     "+1+1",     "-1+1",   "@SUM(A1)",   "=HYPERLINK(\"http://x\")",
        "-",        "+",        "=",      "-2+3+cmd|x", "\t=1",
        "\r=1",     "\n=1",     "  =1",   "\u00a0=1",   "\u3000=1",
        "\ufeff=1", "\u200b@x", " \t -x", "\uff1d1+1",  "\uff0b1",
        "\uff0dx",  "\uff20x",  "\tname", "-1.5.2",     "-1e5",
        "- 1",      "-,5"}) {
    EXPECT_EQ(as_text_cell(cell), "'" + cell);
  }
}

TEST(Formula, LeavesOtherCellsAlone) {
  for (const std::string cell : {"", " ", "Ada", "O'Brien", "'=1", "a=b", "1-2", "a@b.fr", "12",
                                 "12.5", "-1.5", "+3", "-1,5", "-0", "a\t=1", "\u00e9=1"}) {
    EXPECT_EQ(as_text_cell(cell), cell);
  }
}

RC_GTEST_PROP(Formula, OneApostropheIsEnough, (const std::string& cell)) {
  const std::string once = as_text_cell(cell);
  RC_ASSERT(as_text_cell(once) == once);
  RC_ASSERT(once == cell || once == "'" + cell);
}

TEST(Number, HasTwoDecimalsAndNoSeparators) {
  EXPECT_EQ(number(0), "0.00");
  EXPECT_EQ(number(5), "0.05");
  EXPECT_EQ(number(50), "0.50");
  EXPECT_EQ(number(1250), "12.50");
  EXPECT_EQ(number(-5), "-0.05");
  EXPECT_EQ(number(-1250), "-12.50");
  EXPECT_EQ(number(123456789012), "1234567890.12");
  EXPECT_EQ(number(std::numeric_limits<std::int64_t>::min()), "-92233720368547758.08");
}

TEST(Number, TakesADecimalComma) { EXPECT_EQ(number(1275, ','), "12,75"); }

}  // namespace
}  // namespace gradus::table

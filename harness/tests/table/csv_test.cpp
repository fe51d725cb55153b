#include "table/csv.hpp"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/mnist/temporary_folder.hpp"

namespace gradus::table {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using Row = std::vector<std::string>;
using namespace std::string_literals;

void expect_error(std::string_view bytes, std::size_t line, const std::string& words,
                  const TableLimits& limits = {}) {
  try {
    (void)parse_table(bytes, limits);
    FAIL() << "no TableError";
  } catch (const TableError& error) {
    EXPECT_EQ(error.line(), line) << error.what();
    EXPECT_THAT(error.what(), HasSubstr(words));
    if (line > 0) {
      EXPECT_THAT(error.what(), testing::StartsWith("line " + std::to_string(line) + ": "));
    }
  }
}

TEST(Csv, ReadsAHeaderAndRows) {
  const Table table = parse_table("id,name\ne1,Ada\ne2,Alan\n");
  EXPECT_EQ(table.header, (Row{"id", "name"}));
  EXPECT_THAT(table.rows, ElementsAre(Row{"e1", "Ada"}, Row{"e2", "Alan"}));
  EXPECT_THAT(table.lines, ElementsAre(2U, 3U));
}

TEST(Csv, NeedsNoLineBreakAtItsEnd) {
  EXPECT_THAT(parse_table("a,b\n1,2").rows, ElementsAre(Row{"1", "2"}));
  EXPECT_THAT(parse_table("a,b\n1,").rows, ElementsAre(Row{"1", ""}));
  EXPECT_THAT(parse_table("a,b\n1,\"2\"").rows, ElementsAre(Row{"1", "2"}));
  EXPECT_TRUE(parse_table("a,b").rows.empty());
}

TEST(Csv, KeepsAQuotedLineBreak) {
  const Table table = parse_table("id,\"full\r\nname\"\r\ne1,\"Ada\nLovelace\"\r\ne2,Alan\r\n");
  EXPECT_EQ(table.header[1], "full\r\nname");
  EXPECT_THAT(table.rows, ElementsAre(Row{"e1", "Ada\nLovelace"}, Row{"e2", "Alan"}));
  EXPECT_THAT(table.lines, ElementsAre(3U, 5U));
}

TEST(Csv, KeepsBlanksAndDoubledQuotationMarks) {
  const Table table = parse_table("a,b\n  Points Possible ,\"say \"\"no\"\"\"\n");
  EXPECT_THAT(table.rows, ElementsAre(Row{"  Points Possible ", "say \"no\""}));
}

TEST(Csv, SkipsEmptyLinesAndCountsThem) {
  const Table table = parse_table("\n\na,b\n\n1,2\n\n\n3,4\n");
  EXPECT_THAT(table.rows, ElementsAre(Row{"1", "2"}, Row{"3", "4"}));
  EXPECT_THAT(table.lines, ElementsAre(5U, 8U));
}

TEST(Csv, KnowsThreeWaysToEndALine) {
  for (const std::string newline : {"\n", "\r\n", "\r"}) {
    const Table table = parse_table("a,b" + newline + "1,2" + newline + "3,4" + newline);
    EXPECT_EQ(table.layout.newline, newline);
    EXPECT_EQ(table.rows.size(), 2U);
    EXPECT_THAT(table.lines, ElementsAre(2U, 3U));
  }
}

TEST(Csv, PadsShortRows) {
  EXPECT_THAT(parse_table("a,b,c\n1\n1,2\n").rows,
              ElementsAre(Row{"1", "", ""}, Row{"1", "2", ""}));
}

TEST(Csv, DropsEmptyCellsBeyondTheHeader) {
  EXPECT_THAT(parse_table("a,b\n1,2,,,\n").rows, ElementsAre(Row{"1", "2"}));
}

TEST(Csv, RefusesARowLongerThanTheHeader) {
  expect_error("a,b\n1,2\n1,2,3\n", 3, "this row has 3 cells, the header has 2");
  expect_error("a,b\n\"1\n\",2,3\n", 2, "this row has 3 cells");
  expect_error("a,b\n1,2,3", 2, "this row has 3 cells");
}

TEST(Csv, RefusesAQuotationMarkThatIsNeverClosed) {
  expect_error("a,b\n1,2\n3,\"4\n5,6\n7,8\n", 3, "never closed");
  expect_error("a,b\n\"1\n\",\"4\n5,6\n", 3, "never closed");
  expect_error("\"a,b\n", 1, "never closed");
}

TEST(Csv, RefusesAQuotationMarkInsideACell) {
  expect_error("a,b\n1,2\nJean \"Jo\" X,4\n", 3, "a quotation mark stands where none may");
  expect_error("a,b\n\"Jean \"Jo\" X\",4\n", 2, "a quotation mark stands where none may");
}

TEST(Csv, RefusesAnEmptyFile) {
  expect_error("", 0, "empty");
  expect_error("\n\r\n", 0, "empty");
  expect_error("\xef\xbb\xbf", 0, "empty");
}

TEST(Csv, RefusesBytesThatAreZero) {
  expect_error("a,b\n1,2\n3,\0"s, 3, "a byte here is 0");
  expect_error("PK\x03\x04\0\0"s, 1, ".xlsx");
}

TEST(Csv, RefusesMoreThanItsLimits) {
  constexpr TableLimits kLimits{20, 3, 6};
  for (const char* least : {"a,b,c\n1,2,3\n4,5,6\n", "a,b,c\n1\n2", "a\n1\n2\n3\n4\n5\n6"}) {
    EXPECT_NO_THROW((void)parse_table(least, kLimits));
  }
  expect_error("a,b,c\n1,2,3\n4,5,6\n\n\n\n", 0, "more than 20 bytes", kLimits);
  expect_error("a,b,c,d\n", 1, "more than 3 cells", kLimits);
  expect_error("a\n,,,\n", 2, "more than 3 cells", kLimits);
  expect_error("a,b,c\n1\n2\n3\n", 4, "more than 6 cells", kLimits);
}

TEST(Csv, FindsTheSeparator) {
  EXPECT_EQ(parse_table("a;b;c\n1;2;3\n").layout.separator, ';');
  EXPECT_EQ(parse_table("a\tb\n1\t2\n").layout.separator, '\t');
  EXPECT_EQ(parse_table("a\n1\n").layout.separator, ',');
  EXPECT_EQ(parse_table("\"x;y;z\",b\n1,2\n").layout.separator, ',');
}

TEST(Csv, DecimalCommasDoNotPassForSeparators) {
  const Table table = parse_table("a;b;c\n1,5;2,5;3,5\n");
  EXPECT_THAT(table.rows, ElementsAre(Row{"1,5", "2,5", "3,5"}));
}

TEST(Csv, CommasInATitleDoNotPassForSeparators) {
  const Table table = parse_table("id;one, two, three and four\n1;2\n3;4\n");
  EXPECT_THAT(table.header, ElementsAre("id", "one, two, three and four"));
}

TEST(Csv, RefusesToGuessBetweenTwoSeparators) {
  expect_error("a,b;c\n1,2;3\n", 1, "as many of one separator as of another");
}

TEST(Csv, RecognisesEncodings) {
  struct Sample {
    std::string bytes;
    Encoding encoding;
  };
  for (const Sample& sample :
       {Sample{"nom,b\nZo\u00e9,\u20ac\n", Encoding::utf8},
        Sample{"\xef\xbb\xbfnom,b\nZo\u00e9,\u20ac\n", Encoding::utf8_bom},
        Sample{"nom,b\nZo\xe9,\x80\n", Encoding::windows1252},
        Sample{"\xff\xfen\0o\0m\0,\0b\0\n\0Z\0o\0\xe9\0,\0\xac\x20\n\0"s, Encoding::utf16le},
        Sample{"\xfe\xff\0n\0o\0m\0,\0b\0\n\0Z\0o\0\xe9\0,\x20\xac\0\n"s, Encoding::utf16be}}) {
    const Table table = parse_table(sample.bytes);
    EXPECT_EQ(table.layout.encoding, sample.encoding);
    EXPECT_EQ(table.header.front(), "nom");
    EXPECT_THAT(table.rows, ElementsAre(Row{"Zo\u00e9", "\u20ac"}));
    EXPECT_EQ(write_table(table), sample.bytes);
  }
}

TEST(Csv, RefusesDamagedEncodings) {
  expect_error(
      "\xef\xbb\xbf"
      "a,b\nZo\xe9,1\n",
      2, "begins as UTF-8 text does");
  expect_error(
      "\xff\xfe"
      "a\0,\0b\0\n\0c"s,
      2, "begins as UTF-16 text does");
  expect_error("a,b\n\x81,\xe9\n", 2, "neither in UTF-8 nor in Windows-1252");
  expect_error("a\0,\0b\0\n\0"s, 1, "a byte here is 0");
}

TEST(Csv, SurrogatesAndNumbersBeyondUnicodeAreNoUtf8) {
  for (const char* none :
       {"\xed\xa0\x80", "\xc0\xaf", "\xf4\x90\x80\x80", "\xf8\x88\x80\x80\x80"}) {
    expect_error(
        "\xef\xbb\xbf"
        "a,b\n"s +
            none + ",c\n",
        2, "begins as UTF-8 text does");
  }
}

TEST(Csv, QuotesWhatEveryReaderNeedsQuoted) {
  const Table table{{"a", "b"}, {{"x;y", "1,5"}, {" z", "q\"q"}, {"", "plain text"}}, {}, {}};
  EXPECT_EQ(write_table(table), "a,b\n\"x;y\",\"1,5\"\n\" z\",\"q\"\"q\"\n,plain text\n");
}

TEST(Csv, ARowOfOneEmptyCellIsNoEmptyLine) {
  const Table table{{"a"}, {{""}, {"x"}}, {}, {}};
  EXPECT_EQ(write_table(table), "a\n\"\"\nx\n");
  EXPECT_EQ(parse_table(write_table(table)).rows, table.rows);
}

TEST(Csv, RefusesToWriteWhatTheEncodingLacks) {
  Table table{{"a", "b"}, {{"1", "2"}, {"\u0141ukasz", "3"}}, {}, {}};
  table.layout.encoding = Encoding::windows1252;
  try {
    (void)write_table(table);
    FAIL() << "no TableError";
  } catch (const TableError& error) {
    EXPECT_EQ(error.line(), 3U);
    EXPECT_THAT(error.what(), HasSubstr("Windows-1252"));
  }
  table.layout.encoding = Encoding::utf8;
  table.rows[0][0] = "\xff";
  EXPECT_THROW((void)write_table(table), TableError);
}

TEST(Csv, ReadsFilesAndSaysWhyItCannot) {
  const mnist::test::TemporaryFolder folder;
  std::ofstream(folder / "list.csv") << "a,b\n1,2\n";
  EXPECT_EQ(read_table(folder / "list.csv").rows.size(), 1U);
  EXPECT_THROW((void)read_table(folder / "none.csv"), TableError);
  EXPECT_THROW((void)read_table(folder.path()), TableError);
  std::ofstream(folder / "large.csv") << "a,b\n";
  std::filesystem::resize_file(folder / "large.csv", TableLimits().bytes + 1);
  EXPECT_THROW((void)read_table(folder / "large.csv"), TableError);
}

/// Cells of everything that CSV finds hard.
rc::Gen<std::string> hard_cell() {
  const auto piece = rc::gen::elementOf(std::vector<std::string>{
      "a", "B", "7", " ", ",", ";", "\t", "\"", "\"\"", "\r", "\n", "\r\n", "=", "'", "\u00e9",
      "\u00ef\u00bb\u00bf", "\u00ff\u00fe", "\u00fe\u00ff", "\u20ac"});
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const Row& pieces) {
    std::string cell;
    for (const std::string& p : pieces) cell += p;
    return cell;
  });
}

Table hard_table() {
  const std::size_t columns = *rc::gen::inRange<std::size_t>(2, 5);
  const auto row = rc::gen::container<Row>(columns, hard_cell());
  Table table;
  table.header = *row;
  // Alone between separators it is no UTF-8, so that Windows-1252 can be told.
  table.header.back() = "\u00e9";
  table.rows = *rc::gen::container<std::vector<Row>>(*rc::gen::inRange<std::size_t>(0, 6), row);
  table.layout.encoding = *rc::gen::element(Encoding::utf8, Encoding::utf8_bom, Encoding::utf16le,
                                            Encoding::utf16be, Encoding::windows1252);
  table.layout.separator = *rc::gen::element(',', ';', '\t');
  table.layout.newline = *rc::gen::element<std::string>("\n", "\r\n", "\r");
  return table;
}

RC_GTEST_PROP(Csv, ReadsWhatItWroteToTheLastCell, ()) {
  const Table table = hard_table();
  const Table again = parse_table(write_table(table));
  RC_ASSERT(again.header == table.header);
  RC_ASSERT(again.rows == table.rows);
  RC_ASSERT(again.layout == table.layout);
}

RC_GTEST_PROP(Csv, WritesWhatItReadOfAnyBytes, ()) {
  const auto bytes = *rc::gen::container<std::string>(
      rc::gen::elementOf(",;\t\"\n\rab \xe9\xc3\xa9\xef\xbb\xbf\xff\xfe\x80"s));
  Table table;
  try {
    table = parse_table(bytes);
  } catch (const TableError&) {
    return;
  }
  const Table again = parse_table(write_table(table));
  RC_ASSERT(again.header == table.header);
  RC_ASSERT(again.rows == table.rows);
  RC_ASSERT(again.layout == table.layout);
}

}  // namespace
}  // namespace gradus::table

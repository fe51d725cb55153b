#include "report/escape.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "protocol/random.hpp"
#include "tests/report/sample_results.hpp"

namespace gradus::report {
namespace {

using testing::HasSubstr;

TEST(Visible, OrdinaryTextStaysAsItIs) {
  const std::string text = "W = 3 x 4\n\tgrad\u00fas \u2713 \u65e5\u672c \U0001f600";
  EXPECT_EQ(visible(text), text);
  EXPECT_EQ(visible(""), "");
}

TEST(Visible, ControlCharactersShow) {
  EXPECT_EQ(visible("\x1b[2J"), "\\x1b[2J");
  EXPECT_EQ(visible("a\rb\x07\x08\x7f"), "a\\x0db\\x07\\x08\\x7f");
  EXPECT_EQ(visible(std::string("a\0b", 3)), "a\\x00b");
  EXPECT_EQ(visible("\u009b31m"), "\\u009b31m") << "the one-character form of escape [";
}

TEST(Visible, CharactersThatChangeTheirNeighboursShow) {
  for (const char* text :
       {"\u202e", "\u202a", "\u2066", "\u2069", "\u200b", "\u200f", "\u061c", "\u2028", "\ufeff",
        "\u00ad", "\U000e0041", "\u180e", "\ufffb", "\ufffe", "\uffff"}) {
    EXPECT_THAT(visible(text), HasSubstr("\\u")) << visible(text);
  }
}

TEST(Visible, BytesThatAreNoUtf8Show) {
  EXPECT_EQ(visible("\xff\xfe"), "\\xff\\xfe");
  EXPECT_EQ(visible("\xc3("), "\\xc3(") << "a start without its continuation";
  EXPECT_EQ(visible("\x80"), "\\x80") << "a continuation without its start";
  EXPECT_EQ(visible("\xc0\xaf"), "\\xc0\\xaf") << "an overlong slash";
  EXPECT_EQ(visible("\xe0\x80\xaf"), "\\xe0\\x80\\xaf") << "in three bytes";
  EXPECT_EQ(visible("\xf0\x80\x80\xaf"), "\\xf0\\x80\\x80\\xaf") << "in four";
  EXPECT_EQ(visible("\xed\xa0\x80"), "\\xed\\xa0\\x80") << "half of a surrogate pair";
  EXPECT_EQ(visible("\xf4\x90\x80\x80"), "\\xf4\\x90\\x80\\x80") << "beyond Unicode";
  EXPECT_EQ(visible(std::string_view("\xe2\x82\xac", 2)), "\\xe2\\x82") << "cut at the end";
}

TEST(Visible, LongTextIsCutBetweenCharactersAndSaysSo) {
  EXPECT_EQ(visible("abcdef", 4), "abcd\n(2 more bytes)");
  EXPECT_EQ(visible("abcd", 4), "abcd");
  EXPECT_EQ(visible("abc\u20ac", 4), "abc\n(3 more bytes)");
  EXPECT_EQ(visible("abc\u20ac", 5), "abc\n(3 more bytes)");
  EXPECT_EQ(visible("abc\u20ac", 6), "abc\u20ac");
  EXPECT_EQ(visible("\x80\x80\x80\x80\x80\x80", 5), "\\x80\\x80\n(4 more bytes)");
}

TEST(Visible, WhatWasCutBeforeIsNotCutAgain) {
  const std::string once = visible(std::string(50, 'x') + std::string(50, '\x1b'), 60);
  EXPECT_EQ(once.size(), 50U + 10 * 4 + std::string("\n(40 more bytes)").size());
  EXPECT_EQ(visible(once, 60), once);
  EXPECT_NE(visible(once + "\x1b", 60), once + "\x1b") << "it is as harmless as ever";
  const std::string endless(10'000, 'x');
  EXPECT_LT(visible(endless + " more bytes)", 60).size(), 100U) << "nobody gets around the limit";
}

TEST(Visible, WhateverComesInNothingDangerousComesOut) {
  Random random(1);
  for (int i = 0; i < 5000; ++i) {
    std::string text(static_cast<std::size_t>(random.below(40)), '\0');
    for (char& c : text) c = static_cast<char>(random.below(256));
    const std::string shown = visible(text, 30);
    EXPECT_TRUE(std::all_of(shown.begin(), shown.end(), [](char c) {
      return c == '\n' || c == '\t' || static_cast<unsigned char>(c) >= 0x20;
    }));
    EXPECT_EQ(shown.find('\x7f'), std::string::npos);
    // What is shown is valid UTF-8 that needs no more escaping.
    EXPECT_EQ(visible(shown), shown);
  }
}

}  // namespace
}  // namespace gradus::report

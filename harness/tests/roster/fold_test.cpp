#include "roster/fold.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gradus::roster {
namespace {

TEST(Fold, DropsAccentsAndCapitals) {
  EXPECT_EQ(folded("\u00c9LO\u00cfSE Fran\u00e7ois"), "eloise francois");
  EXPECT_EQ(folded("\u0141ukasz \u017b\u00f3\u0142\u0107"), "lukasz zolc");
  EXPECT_EQ(folded("Nguy\u1ec5n \u0110\u1ee9c"), "nguyen duc");
  EXPECT_EQ(folded("Stra\u00dfe \u00c6\u00f8\u0153\u00de"), "strasse aeooeth");
  EXPECT_EQ(folded("\u0130stanbul \u0131\u015f\u0131k"), "istanbul isik");
}

TEST(Fold, AccentsMayFollowTheirLetter) {
  // As file names from a Mac write them.
  EXPECT_EQ(folded("E\u0301loi\u0308se"), "eloise");
  EXPECT_EQ(folded("e\u0323\u0302"), folded("\u1ec7"));
}

TEST(Fold, ApostrophesVanishAndHyphensSeparate) {
  EXPECT_EQ(folded("O'Brien"), "obrien");
  EXPECT_EQ(folded("L\u2019\u00c9cuyer"), "lecuyer");
  EXPECT_EQ(folded("Jean-No\u00ebl"), "jean noel");
  EXPECT_EQ(folded("Jean\u2011No\u00ebl"), "jean noel");
  EXPECT_EQ(folded("n\u00b0 \u00e9tudiant"), "n etudiant");
}

TEST(Fold, InvisibleCharactersDoNotCount) {
  EXPECT_EQ(folded("\ufeffid"), "id");
  EXPECT_EQ(folded("A\u200bda\u202e"), "ada");
}

TEST(Fold, OtherScriptsStay) {
  EXPECT_EQ(folded("\u674e\u5c0f\u9f99"), "\u674e\u5c0f\u9f99");
  EXPECT_EQ(folded("\u0418\u0432\u0430\u043d"), "\u0418\u0432\u0430\u043d");
}

TEST(Fold, BrokenBytesStayAsTheyAre) {
  EXPECT_EQ(folded("a\xff\x80z"), "a\xff\x80z");
  EXPECT_EQ(folded("\x80"), "\x80");
  EXPECT_EQ(folded("\xc3"), "\xc3");
  EXPECT_EQ(folded("\xe1\xba"), "\xe1\xba");
}

TEST(NameKey, DoesNotDependOnTheOrderOfWords) {
  EXPECT_EQ(name_key("Dupont, Jean-No\u00ebl"), name_key("jean noel DUPONT"));
  EXPECT_NE(name_key("Jean Dupont"), name_key("Jean Dupond"));
  EXPECT_EQ(name_key(" ,-"), "");
}

TEST(Tidy, LeavesOneBlankBetweenWords) {
  EXPECT_EQ(tidy(" \u00a0Ada\r\n \tLovelace \n"), "Ada Lovelace");
  EXPECT_EQ(tidy(" \t "), "");
}

}  // namespace
}  // namespace gradus::roster

#include "intake/names.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gradus::intake {
namespace {

using ::testing::ElementsAre;

TEST(Names, SplitAPathIntoParts) {
  EXPECT_THAT(parts("./a//b/c.cpp"), ElementsAre("a", "b", "c.cpp"));
  EXPECT_THAT(parts("a/"), ElementsAre("a"));
  EXPECT_THAT(parts(""), ElementsAre());
  EXPECT_EQ(last_two("x/tp1/softmax.cpp"), "tp1/softmax.cpp");
  EXPECT_EQ(last_two("softmax.cpp"), "softmax.cpp");
  EXPECT_EQ(base_name("a/b"), "b");
}

TEST(Names, KnowWhichPathsLeadOut) {
  for (const char* path : {"/etc/passwd", "../a", "a/../../b", "a/..", "C:/a", "c:a"}) {
    EXPECT_TRUE(leads_out(path)) << path;
  }
  for (const char* path : {"a/b", "a..b", "..a", "...", "1:a", "a b/c"}) {
    EXPECT_FALSE(leads_out(path)) << path;
  }
}

TEST(Names, KnowWhatProgramsLeaveBehind) {
  for (const char* path :
       {"__MACOSX/tp1/._softmax.cpp", "tp1/.DS_Store", "Thumbs.db", "tp1/softmax.cpp~",
        "tp1/.softmax.cpp.swp", "#softmax.cpp#", "softmax.cpp.bak", ".build/x/tp1/softmax.cpp",
        "cmake-build-debug/a.cpp", ".git/HEAD", "a.o"}) {
    EXPECT_TRUE(passes_noise(path)) << path;
  }
  for (const char* path : {"tp1/softmax.cpp", "builder/a.cpp", "#", "git/a.cpp", "a~b.cpp"}) {
    EXPECT_FALSE(passes_noise(path)) << path;
  }
}

TEST(Names, KnowArchivesByTheirEndings) {
  for (const char* name : {"a.zip", "a.ZIP", "a.tar.gz", "a.tgz", "a.tar.xz", "a.7z", "a.tar"}) {
    EXPECT_TRUE(is_archive(name)) << name;
    EXPECT_FALSE(is_foreign_archive(name)) << name;
    EXPECT_EQ(stem(name), "a") << name;
  }
  EXPECT_FALSE(is_archive("zip"));
  EXPECT_FALSE(is_archive(".zip"));
  EXPECT_TRUE(is_foreign_archive("a.rar"));
  EXPECT_FALSE(is_foreign_archive("a.cpp"));
}

TEST(Names, AreShownAsUtf8) {
  EXPECT_EQ(decode_name("Zo\u00eb", true), "Zo\u00eb");
  EXPECT_EQ(decode_name("Zo\x89", true), "Zo\u00eb");
  EXPECT_EQ(decode_name("Zo\xeb", false), "Zo\u00eb");
  // 0x81 is nothing in Windows-1252.
  EXPECT_EQ(decode_name("\x81", false), "\u0081");
}

TEST(Names, BecomeLabelsOfOneHarmlessLine) {
  EXPECT_EQ(label_of("a\nb\tc\x1b[2J"), "a b c\\x1b[2J");
}

}  // namespace
}  // namespace gradus::intake

#include "pages/folder.hpp"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pages/class_page.hpp"
#include "tests/mnist/temporary_folder.hpp"
#include "tests/pages/samples.hpp"
#include "tests/support/refusal.hpp"

namespace gradus::pages {
namespace {

namespace fs = std::filesystem;
using gradus::test::refusal;
using testing::HasSubstr;

std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class FolderOfPages : public testing::Test {
 protected:
  void make(const std::string& who) const {
    const Folder pages(place_);
    test::RunOf run;
    pages.write("index.html", class_page(*run, statistics_of(*run), {}, "today"));
    pages.write("students/" + who + ".html", who);
    pages.take_its_place();
  }
  [[nodiscard]] std::string refusal_to_begin() const {
    return refusal([&] { const Folder pages(place_); });
  }
  /// Whatever lies beside the pages, hidden or not.
  [[nodiscard]] std::ptrdiff_t left_over() const {
    return std::distance(fs::directory_iterator(folder_.path()), {}) - (fs::exists(place_) ? 1 : 0);
  }

  mnist::test::TemporaryFolder folder_;
  fs::path place_ = folder_ / "pages";
};

TEST_F(FolderOfPages, IsForItsOwnerAlone) {
  make("ada");
  EXPECT_EQ(content(place_ / "students/ada.html"), "ada");
  EXPECT_EQ(fs::status(place_).permissions(), fs::perms::owner_all);
  EXPECT_EQ(left_over(), 0);
}

TEST_F(FolderOfPages, TakesThePlaceOfEarlierPages) {
  make("ada");
  make("bob");
  EXPECT_FALSE(fs::exists(place_ / "students/ada.html"));
  EXPECT_EQ(content(place_ / "students/bob.html"), "bob");
  EXPECT_EQ(left_over(), 0);
}

TEST_F(FolderOfPages, WhatDoesNotComeToItsEndLeavesEarlierPagesAlone) {
  make("ada");
  {
    const Folder pages(place_);
    pages.write("index.html", "half of it");
  }
  EXPECT_EQ(content(place_ / "students/ada.html"), "ada");
  EXPECT_EQ(left_over(), 0);
}

TEST_F(FolderOfPages, IsMadeWithTheFoldersAboveIt) {
  place_ = folder_ / "a" / "b/";
  make("ada");
  EXPECT_EQ(content(folder_ / "a" / "b" / "students/ada.html"), "ada");
}

TEST_F(FolderOfPages, AnEmptyFolderMayStandInItsPlace) {
  fs::create_directory(place_);
  make("ada");
  EXPECT_TRUE(fs::exists(place_ / "index.html"));
}

TEST_F(FolderOfPages, WhatALinkPointsToIsReplacedAndNotTheLink) {
  fs::create_directory(folder_ / "target");
  fs::create_directory_symlink("target", place_);
  make("ada");
  EXPECT_TRUE(fs::is_symlink(place_));
  EXPECT_EQ(content(folder_ / "target" / "students/ada.html"), "ada");
}

TEST_F(FolderOfPages, NeverReplacesAnythingElse) {
  std::ofstream(place_) << "mine";
  EXPECT_THAT(refusal_to_begin(), HasSubstr("is no folder"));
  fs::remove(place_);
  fs::create_directory(place_);
  std::ofstream(place_ / "index.html") << "<!DOCTYPE html><title>My home page</title>";
  EXPECT_THAT(refusal_to_begin(), HasSubstr("no page of Gradus"));
  EXPECT_THROW(make("ada"), FolderError);
  EXPECT_TRUE(fs::exists(place_ / "index.html"));
  fs::remove_all(place_);
  make("ada");
  std::ofstream(place_ / "thesis.tex") << "mine";
  EXPECT_THAT(refusal_to_begin(), HasSubstr("'thesis.tex'"));
}

}  // namespace
}  // namespace gradus::pages

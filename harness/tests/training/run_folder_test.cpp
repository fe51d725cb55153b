#include "training/run_folder.hpp"

#include <fstream>
#include <gtest/gtest.h>

#include "sandbox/workspace.hpp"

namespace gradus::training {
namespace {

namespace fs = std::filesystem;

class RunFolder : public testing::Test {
 protected:
  fs::path make_report(const std::string& name) {
    fs::create_directories(series_ / name);
    std::ofstream(series_ / name / "report.json") << "{}";
    return series_ / name / "report.json";
  }

  sandbox::Workspace workspace_;
  fs::path series_ = workspace_.path() / "runs" / "tp1";
};

TEST_F(RunFolder, NumbersCountUp) {
  EXPECT_EQ(make_next_folder(series_), series_ / "1");
  EXPECT_EQ(make_next_folder(series_), series_ / "2");
  fs::create_directory(series_ / "41");
  EXPECT_EQ(make_next_folder(series_), series_ / "42");
}

TEST_F(RunFolder, OtherNamesDoNotCount) {
  for (const char* name : {"-7", "007", "99x", "notes", "99999999999999999999", "0"}) {
    fs::create_directories(series_ / name);
  }
  EXPECT_EQ(make_next_folder(series_), series_ / "1");
}

TEST_F(RunFolder, CannotBeMadeBelowAFile) {
  std::ofstream(workspace_.path() / "file") << "x";
  EXPECT_THROW(static_cast<void>(make_next_folder(workspace_.path() / "file" / "runs")),
               std::runtime_error);
}

TEST_F(RunFolder, AReportIsFoundByNumberFolderFileOrAsTheLast) {
  const fs::path second = make_report("2");
  make_report("1");
  fs::create_directory(series_ / "10");  // a run that wrote no report
  EXPECT_EQ(find_report("2", series_), second);
  EXPECT_EQ(find_report("last", series_), second);
  EXPECT_EQ(find_report((series_ / "2").string(), "/elsewhere"), second);
  EXPECT_EQ(find_report(second.string(), "/elsewhere"), second);
}

TEST_F(RunFolder, AReportThatIsNotThereIsNotFound) {
  EXPECT_EQ(find_report("last", series_), std::nullopt);
  make_report("1");
  for (const char* word : {"3", "0", "-1", "/nonexistent", "../1", "1x"}) {
    EXPECT_EQ(find_report(word, series_), std::nullopt) << word;
  }
}

}  // namespace
}  // namespace gradus::training

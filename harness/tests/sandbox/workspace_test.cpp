#include "sandbox/workspace.hpp"

#include <cstdlib>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <system_error>

#include "tests/mnist/temporary_folder.hpp"

namespace gradus::sandbox {
namespace {

namespace fs = std::filesystem;
using mnist::test::TemporaryFolder;

class WorkspaceTest : public testing::Test {
 protected:
  WorkspaceTest() { ::setenv("TMPDIR", folder_.path().c_str(), 1); }
  ~WorkspaceTest() override { ::unsetenv("TMPDIR"); }
  TemporaryFolder folder_;
};

TEST_F(WorkspaceTest, IsAFreshFolderForUsAlone) {
  const Workspace one;
  const Workspace two;
  EXPECT_NE(one.path(), two.path());
  EXPECT_EQ(one.path().parent_path(), folder_.path());
  EXPECT_EQ(fs::status(one.path()).permissions(), fs::perms::owner_all);
}

TEST_F(WorkspaceTest, IsGoneWithAllThatIsInIt) {
  {
    const Workspace workspace;
    fs::create_directories(workspace.path() / "a/b");
    std::ofstream(workspace.path() / "a/b/file") << "text";
  }
  EXPECT_TRUE(fs::is_empty(folder_.path()));
}

TEST_F(WorkspaceTest, IsAbsoluteAlsoUnderARelativeFolder) {
  fs::current_path(folder_.path());
  fs::create_directory("here");
  ::setenv("TMPDIR", "here", 1);
  const Workspace workspace;
  EXPECT_TRUE(workspace.path().is_absolute());
  fs::current_path("/");
  EXPECT_TRUE(fs::is_directory(workspace.path()));
}

TEST_F(WorkspaceTest, AFolderThatCannotBeMadeIsNamed) {
  ::setenv("TMPDIR", "/nonexistent", 1);
  try {
    const Workspace workspace;
    ADD_FAILURE();
  } catch (const std::system_error& e) {
    EXPECT_THAT(e.what(), testing::HasSubstr("/nonexistent/gradus-"));
  }
}

}  // namespace
}  // namespace gradus::sandbox

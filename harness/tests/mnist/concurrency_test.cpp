// Runs that load the same data set at once, and runs that are killed on the way.

#include <fstream>
#include <functional>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "mnist/sources.hpp"
#include "tiny_data.hpp"

namespace gradus::mnist {
namespace {

namespace fs = std::filesystem;
using test::TemporaryFolder;
using test::tiny_source;
using test::write_tiny;

/// Starts a process that does this and ends with exit code 0 if nothing was thrown.
pid_t start(const std::function<void()>& action) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  try {
    action();
  } catch (...) {
    ::_exit(1);
  }
  ::_exit(0);
}

int wait_status(pid_t child) {
  int status = -1;
  ::waitpid(child, &status, 0);
  return status;
}

class Concurrency : public testing::Test {
 protected:
  Concurrency() { write_tiny(place_.path()); }

  LoadOptions options(std::vector<Fetcher> fetchers) const {
    LoadOptions result;
    result.wanted = tiny_source();
    result.cache = folder_ / "cache";
    result.fetchers = std::move(fetchers);
    result.fall_back_to_sample = false;
    return result;
  }

  /// Leaves a line in a file each time it is asked.
  Fetcher counting_place() const {
    return {"counting place", [this](const FetchJob&) {
              std::ofstream(folder_ / "count", std::ios::app) << "asked" << std::endl;
              return place_.path();
            }};
  }

  [[nodiscard]] int times_asked() const {
    std::ifstream file(folder_ / "count");
    int lines = 0;
    for (std::string line; std::getline(file, line);) ++lines;
    return lines;
  }

  /// Runs load() in a process that kills itself when it says a line that holds these words for
  /// the `times`-th time.
  void run_killed_at(const std::string& words, int times) {
    const pid_t child = start([&] {
      LoadOptions wish = options({counting_place()});
      int heard = 0;
      wish.say = [&](const std::string& line) {
        if (line.find(words) != std::string::npos && ++heard == times) ::raise(SIGKILL);
      };
      load(wish);
    });
    const int status = wait_status(child);
    ASSERT_TRUE(WIFSIGNALED(status));
    ASSERT_EQ(WTERMSIG(status), SIGKILL);
  }

  [[nodiscard]] bool has_leftovers() const {
    for (const auto& entry : fs::directory_iterator(folder_ / "cache/mnist")) {
      if (entry.path().filename().string().rfind(".fetch-", 0) == 0) return true;
    }
    return false;
  }

  TemporaryFolder folder_;
  TemporaryFolder place_;
};

TEST_F(Concurrency, RunsStartedTogetherFetchOnce) {
  std::vector<pid_t> children;
  for (int i = 0; i < 8; ++i) {
    children.push_back(start([&] { load(options({counting_place()})); }));
  }
  for (const pid_t child : children) EXPECT_EQ(wait_status(child), 0);
  EXPECT_EQ(times_asked(), 1);
  EXPECT_FALSE(has_leftovers());
}

TEST_F(Concurrency, RunsThatCannotLockAreSafeToo) {
  fs::create_directories(folder_ / "cache/mnist/.lock");  // opening it for writing fails
  std::vector<pid_t> children;
  for (int i = 0; i < 8; ++i) {
    children.push_back(start([&] { load(options({counting_place()})); }));
  }
  for (const pid_t child : children) EXPECT_EQ(wait_status(child), 0);
  EXPECT_NO_THROW(load(options({})));
  EXPECT_FALSE(has_leftovers());
}

TEST_F(Concurrency, ARunKilledAnywhereLeavesTheNextOneAGoodStart) {
  for (int files = 1; files <= 4; ++files) {
    fs::remove_all(folder_ / "cache");
    run_killed_at("checksum holds", files);
    EXPECT_TRUE(has_leftovers()) << "the kill came too late to prove anything";
    EXPECT_EQ(load(options({counting_place()})).split.train.size(), 15);
    EXPECT_FALSE(has_leftovers());
    EXPECT_NO_THROW(load(options({}))) << "the cache is incomplete";
  }
}

TEST_F(Concurrency, ARunKilledBeforeTheFirstFileStartsOver) {
  run_killed_at("trying the", 1);
  EXPECT_EQ(load(options({counting_place()})).split.train.size(), 15);
  EXPECT_NO_THROW(load(options({})));
}

}  // namespace
}  // namespace gradus::mnist

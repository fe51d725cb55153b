#include "toolchain/object_store.hpp"

#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <thread>

#include "tests/mnist/temporary_folder.hpp"

namespace gradus::toolchain {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class Objects : public testing::Test {
 protected:
  [[nodiscard]] fs::path object(const std::string& bytes) const {
    std::ofstream(folder_ / "made.o", std::ios::binary) << bytes;
    return folder_ / "made.o";
  }
  [[nodiscard]] std::optional<std::string> fetch(const std::string& key) const {
    fs::remove(fetched_);
    return store_.fetch(key, fetched_);
  }

  mnist::test::TemporaryFolder folder_;
  fs::path fetched_ = folder_ / "fetched.o";
  ObjectStore store_{folder_ / "objects", 3};
};

TEST_F(Objects, AreUnknownAtFirst) {
  EXPECT_EQ(fetch("a"), std::nullopt);
  EXPECT_FALSE(fs::exists(fetched_));
}

TEST_F(Objects, ComeBackAsTheyWereKept) {
  const std::string bytes(
      "\x7f"
      "ELF\n\0\n3\nobject",
      15);
  for (const std::string advice : {"", "tp1/nll.cpp:3: unused\n12\n"}) {
    store_.keep("a", object(bytes), advice);
    EXPECT_EQ(fetch("a"), advice);
    EXPECT_EQ(content(fetched_), bytes);
  }
  EXPECT_EQ(fetch("b"), std::nullopt);
}

TEST_F(Objects, ThatAreDamagedAreUnknown) {
  store_.keep("a", object("an object"), "advice");
  const fs::path entry = folder_ / "objects/a";
  const std::string whole = content(entry);
  for (std::size_t length = 0; length < whole.size(); length += 7) {
    std::ofstream(entry, std::ios::binary) << whole.substr(0, length);
    EXPECT_EQ(fetch("a"), std::nullopt) << length;
  }
  std::string other = whole;
  other.back() ^= 1;
  std::ofstream(entry, std::ios::binary) << other;
  EXPECT_EQ(fetch("a"), std::nullopt);
  std::ofstream(entry, std::ios::binary) << whole;
  EXPECT_EQ(fetch("a"), "advice");
}

TEST_F(Objects, ThatWereUsedLeastLatelyGoFirst) {
  for (const char* key : {"a", "b", "c"}) {
    store_.keep(key, object(key), {});
    std::this_thread::sleep_for(20ms);
  }
  EXPECT_TRUE(fetch("a"));
  std::this_thread::sleep_for(20ms);
  store_.keep("d", object("d"), {});
  EXPECT_TRUE(fetch("a"));
  EXPECT_FALSE(fetch("b"));
  EXPECT_TRUE(fetch("c"));
  EXPECT_TRUE(fetch("d"));
}

TEST_F(Objects, AreNotKeptWhereNothingCanBeWritten) {
  std::ofstream(folder_ / "file") << "no folder";
  const ObjectStore store(folder_ / "file");
  EXPECT_NO_THROW(store.keep("a", object("a"), {}));
  EXPECT_EQ(store.fetch("a", fetched_), std::nullopt);
  EXPECT_EQ(content(folder_ / "file"), "no folder");
}

}  // namespace
}  // namespace gradus::toolchain

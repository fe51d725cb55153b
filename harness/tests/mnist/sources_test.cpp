#include "mnist/sources.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>

#include "mnist/file.hpp"
#include "mnist/verify.hpp"
#include "tiny_data.hpp"

namespace gradus::mnist {
namespace {

namespace fs = std::filesystem;
using test::TemporaryFolder;
using test::tiny_files;
using test::tiny_source;
using test::write_bytes;
using test::write_tiny;

/// A place that always has the data, and remembers what it was asked for.
struct GoodPlace {
  TemporaryFolder folder;
  std::vector<std::vector<std::string>> asked;

  explicit GoodPlace(bool packed = false) { write_tiny(folder.path(), packed); }

  Fetcher fetcher() {
    return {"good place", [this](const FetchJob& job) {
              asked.push_back(job.wanted);
              return folder.path();
            }};
  }
};

Fetcher unreachable() {
  return {"unreachable place",
          [](const FetchJob&) -> fs::path { throw FetchError("no answer within 5 s"); }};
}

/// A place that must not be asked.
Fetcher forbidden() {
  return {"forbidden place", [](const FetchJob&) -> fs::path {
            ADD_FAILURE() << "a fetcher was asked";
            throw FetchError("forbidden");
          }};
}

class Sources : public testing::Test {
 protected:
  LoadOptions options(std::vector<Fetcher> fetchers) {
    LoadOptions result;
    result.wanted = tiny_source();
    result.cache = folder_ / "cache";
    result.fetchers = std::move(fetchers);
    result.say = [this](const std::string& line) { said_ += line + "\n"; };
    return result;
  }

  [[nodiscard]] fs::path cached(FileRole role) const {
    return folder_ / "cache/mnist" / tiny_source().files[role].name;
  }

  void fill_cache() { write_tiny(folder_ / "cache/mnist"); }

  [[nodiscard]] bool was_said(const std::string& words) const {
    return said_.find(words) != std::string::npos;
  }

  /// The four files and the lock, no leftovers.
  void expect_sound_cache() const {
    for (const FileRole role : {kTrainImages, kTrainLabels, kTestImages, kTestLabels}) {
      EXPECT_NO_THROW(read_verified(cached(role), tiny_source(), role));
    }
    const auto entries = std::distance(fs::directory_iterator(folder_ / "cache/mnist"), {});
    EXPECT_LE(entries, 5);
  }

  static void expect_tiny(const Loaded& loaded) {
    EXPECT_EQ(loaded.kind, Kind::mnist);
    EXPECT_FALSE(loaded.fell_back);
    EXPECT_EQ(loaded.split.train.size(), 15);
    EXPECT_EQ(loaded.split.dev.size(), 5);
    EXPECT_EQ(loaded.split.test.images, test::tiny_images(10, 2));
  }

  static std::string error_of(const LoadOptions& options) {
    try {
      load(options);
    } catch (const SourceError& error) {
      return error.what();
    }
    return "no SourceError";
  }

  TemporaryFolder folder_;
  std::string said_;
};

void expect_words(const std::string& text, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    EXPECT_NE(text.find(word), std::string::npos) << "no \"" << word << "\" in:\n" << text;
  }
}

// A folder that the user names.

TEST_F(Sources, AGivenFolderIsUsedRawOrPacked) {
  for (const bool packed : {false, true}) {
    const TemporaryFolder given;
    write_tiny(given.path(), packed);
    LoadOptions wish = options({forbidden()});
    wish.given = given.path();
    const Loaded loaded = load(wish);
    expect_tiny(loaded);
    EXPECT_EQ(loaded.origin, "folder " + given.path().string());
    EXPECT_FALSE(fs::exists(folder_ / "cache"));
  }
}

TEST_F(Sources, AGivenFolderMayUseDotsInItsFileNames) {
  const TemporaryFolder given;
  write_tiny(given.path());
  fs::rename(given / "train-images-idx3-ubyte", given / "train-images.idx3-ubyte");
  write_bytes(given / "t10k-labels.idx1-ubyte.gz", gzip(tiny_files()[kTestLabels]));
  fs::remove(given / "t10k-labels-idx1-ubyte");
  LoadOptions wish = options({forbidden()});
  wish.given = given.path();
  expect_tiny(load(wish));
}

TEST_F(Sources, AGivenFolderThatIsNotThereIsAnError) {
  fill_cache();
  LoadOptions wish = options({forbidden()});
  wish.given = folder_ / "nowhere";
  expect_words(error_of(wish), {"nowhere", "not a folder", "train-images-idx3-ubyte"});
}

TEST_F(Sources, AGivenFileIsNoFolder) {
  const TemporaryFolder given;
  write_tiny(given.path());
  LoadOptions wish = options({forbidden()});
  wish.given = given / "train-images-idx3-ubyte";
  expect_words(error_of(wish), {"not a folder"});
}

TEST_F(Sources, AGivenFolderMustHoldAllFour) {
  const TemporaryFolder given;
  write_tiny(given.path());
  fs::remove(given / "t10k-labels-idx1-ubyte");
  fill_cache();
  LoadOptions wish = options({forbidden()});
  wish.given = given.path();
  expect_words(error_of(wish), {"t10k-labels-idx1-ubyte is not there", given.path().string()});
}

TEST_F(Sources, AGivenFileThatIsCutShortIsNamedWithItsByte) {
  const TemporaryFolder given;
  write_tiny(given.path());
  fs::resize_file(given / "train-images-idx3-ubyte", 50);
  LoadOptions wish = options({forbidden()});
  wish.given = given.path();
  expect_words(error_of(wish), {"train-images-idx3-ubyte: byte 50", "20 images of 3 x 2"});
}

TEST_F(Sources, AGivenFileThatIsWellFormedButNotTheOneIsAnError) {
  const TemporaryFolder given;
  write_tiny(given.path());
  write_bytes(given / "t10k-labels-idx1-ubyte", to_idx(Labels(10, 3)));
  LoadOptions wish = options({forbidden()});
  wish.given = given.path();
  expect_words(error_of(wish), {"not the t10k-labels-idx1-ubyte of MNIST", "SHA-256",
                                tiny_source().files[kTestLabels].sha256});
}

TEST_F(Sources, AGivenFolderOfAnotherDataSetIsRecognised) {
  LoadOptions wish = options({forbidden()});
  wish.given = sample_folder();
  expect_words(error_of(wish), {"It is the train-images-idx3-ubyte of the embedded sample"});
}

// The cache.

TEST_F(Sources, ACompleteCacheNeedsNobody) {
  fill_cache();
  const Loaded loaded = load(options({forbidden()}));
  expect_tiny(loaded);
  EXPECT_EQ(loaded.origin, "cache " + (folder_ / "cache/mnist").string());
}

TEST_F(Sources, ACacheFilledByHandMayBePacked) {
  write_tiny(folder_ / "cache/mnist", true);
  expect_tiny(load(options({forbidden()})));
}

TEST_F(Sources, WhatIsFetchedOnceIsCached) {
  GoodPlace place(true);
  const Loaded first = load(options({place.fetcher()}));
  expect_tiny(first);
  EXPECT_EQ(first.origin, "good place");
  EXPECT_TRUE(was_said("trying the good place"));
  EXPECT_TRUE(was_said("checksum holds"));
  expect_sound_cache();
  expect_tiny(load(options({forbidden()})));
}

TEST_F(Sources, OnlyWhatIsMissingIsFetched) {
  fill_cache();
  fs::remove(cached(kTestImages));
  GoodPlace place;
  expect_tiny(load(options({place.fetcher()})));
  EXPECT_EQ(place.asked, (std::vector<std::vector<std::string>>{{"t10k-images-idx3-ubyte"}}));
  expect_sound_cache();
}

TEST_F(Sources, ADamagedCacheIsToldOfOnceAndFetchedAgain) {
  for (const bool truncated : {false, true}) {
    fill_cache();
    if (truncated) {
      fs::resize_file(cached(kTrainImages), 30);
    } else {
      auto bytes = tiny_files()[kTrainImages];
      bytes.back() ^= 1;
      write_bytes(cached(kTrainImages), bytes);
    }
    said_.clear();
    GoodPlace place;
    expect_tiny(load(options({place.fetcher()})));
    const auto told = said_.find("damaged and will be fetched again");
    ASSERT_NE(told, std::string::npos) << said_;
    EXPECT_EQ(said_.find("damaged and will", told + 1), std::string::npos) << said_;
    EXPECT_EQ(place.asked, (std::vector<std::vector<std::string>>{{"train-images-idx3-ubyte"}}));
    expect_sound_cache();
  }
}

TEST_F(Sources, AFolderInTheCacheInAFilesPlaceCostsNoRun) {
  fs::create_directories(cached(kTrainLabels) / "something");
  GoodPlace place;
  expect_tiny(load(options({place.fetcher()})));
  EXPECT_TRUE(was_said("not kept in the cache")) << said_;
}

TEST_F(Sources, ACacheThatCannotBeWrittenCostsNoRun) {
  write_bytes(folder_ / "cache", tiny_files()[0]);  // a file where the folder should be
  GoodPlace place;
  expect_tiny(load(options({place.fetcher()})));
  EXPECT_TRUE(was_said("cannot be written; what is fetched is not kept")) << said_;
}

TEST_F(Sources, NoCacheAtAllCostsNoRun) {
  GoodPlace place;
  LoadOptions wish = options({place.fetcher()});
  wish.cache.clear();
  expect_tiny(load(wish));
  EXPECT_TRUE(was_said("no cache folder")) << said_;
}

TEST_F(Sources, LeftoversOfKilledRunsAreRemoved) {
  write_bytes(folder_ / "cache/mnist/.fetch-abc123/package/half.tgz", tiny_files()[0]);
  GoodPlace place;
  expect_tiny(load(options({place.fetcher()})));
  EXPECT_FALSE(fs::exists(folder_ / "cache/mnist/.fetch-abc123"));
  expect_sound_cache();
}

TEST_F(Sources, AnotherRunThatHoldsTheLockIsWaitedForAndNotForEver) {
  fs::create_directories(folder_ / "cache/mnist");
  const CacheLock other(folder_ / "cache/mnist", std::chrono::seconds(0), {});
  ASSERT_TRUE(other.held());
  fs::create_directories(folder_ / "cache/mnist/.fetch-others");
  GoodPlace place;
  LoadOptions wish = options({place.fetcher()});
  wish.patience = std::chrono::seconds(1);
  expect_tiny(load(wish));
  EXPECT_TRUE(was_said("another run is fetching")) << said_;
  EXPECT_TRUE(fs::exists(folder_ / "cache/mnist/.fetch-others"));
}

// The fetchers.

TEST_F(Sources, FetchersAreAskedInTurnUntilOneHasIt) {
  GoodPlace place;
  const Loaded loaded = load(options({unreachable(), place.fetcher(), forbidden()}));
  expect_tiny(loaded);
  EXPECT_EQ(loaded.origin, "good place");
  EXPECT_TRUE(was_said("no: no answer within 5 s")) << said_;
}

TEST_F(Sources, WrongBytesAreRefusedAndNeverCached) {
  const TemporaryFolder wrong;
  write_tiny(wrong.path());
  auto bytes = tiny_files()[kTestImages];
  bytes.back() ^= 1;
  write_bytes(wrong / "t10k-images-idx3-ubyte", bytes);
  LoadOptions wish = options({folder_fetcher(wrong.path())});
  wish.fall_back_to_sample = false;
  expect_words(error_of(wish), {"not the t10k-images-idx3-ubyte of MNIST"});
  EXPECT_FALSE(fs::exists(cached(kTestImages)));

  GoodPlace place;
  expect_tiny(load(options({folder_fetcher(wrong.path()), place.fetcher()})));
  // What was sound from the first place is kept; only the rest is asked for.
  EXPECT_EQ(place.asked, (std::vector<std::vector<std::string>>{
                             {"t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"}}));
}

TEST_F(Sources, AnyExceptionOfAFetcherIsAReasonAndNoCrash) {
  const Fetcher broken{"broken place",
                       [](const FetchJob&) -> fs::path { throw std::runtime_error("disk full"); }};
  const Fetcher liar{"lying place", [](const FetchJob&) -> fs::path { return "/nonexistent"; }};
  const Loaded loaded = load(options({broken, liar}));
  EXPECT_TRUE(loaded.fell_back);
  expect_words(loaded.notice,
               {"broken place: disk full", "lying place: it brought no train-images-idx3-ubyte"});
}

// The last resort.

TEST_F(Sources, TheSampleIsTheLastResortAndSaysSo) {
  const Loaded loaded = load(options({unreachable()}));
  EXPECT_EQ(loaded.kind, Kind::sample);
  EXPECT_TRUE(loaded.fell_back);
  EXPECT_EQ(loaded.split.train.size(), 5000);
  expect_words(loaded.notice,
               {"unreachable place: no answer within 5 s", "embedded sample", "--mnist DIR",
                (folder_ / "cache/mnist").string(), "t10k-labels-idx1-ubyte"});
}

TEST_F(Sources, TheSampleCanBeForbidden) {
  LoadOptions wish = options({unreachable()});
  wish.fall_back_to_sample = false;
  expect_words(error_of(wish), {"MNIST could not be fetched", "no answer within 5 s", "--mnist"});
}

TEST_F(Sources, TheSampleNeverStandsInForFashion) {
  LoadOptions wish = options({unreachable()});
  wish.wanted = source(Kind::fashion);
  expect_words(error_of(wish), {"Fashion-MNIST could not be fetched", "--mnist DIR"});
}

TEST_F(Sources, AMissingSampleIsAnErrorAndNoCrash) {
  LoadOptions wish = options({});
  wish.sample = folder_ / "no-sample";
  expect_words(error_of(wish), {"embedded sample", "no-sample"});
}

TEST_F(Sources, EveryKindButTheSampleHasPlacesToFetchFrom) {
  EXPECT_FALSE(default_fetchers(Kind::mnist).empty());
  EXPECT_FALSE(default_fetchers(Kind::fashion).empty());
  EXPECT_TRUE(default_fetchers(Kind::sample).empty());
}

// Where the cache lies.

class Environment {
 public:
  Environment(const std::string& name, const char* value) : name_(name) {
    if (const char* old = std::getenv(name.c_str())) old_ = old;
    set(value);
  }
  ~Environment() { set(old_ ? old_->c_str() : nullptr); }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;

 private:
  void set(const char* value) {
    if (value != nullptr) {
      ::setenv(name_.c_str(), value, 1);
    } else {
      ::unsetenv(name_.c_str());
    }
  }
  std::string name_;
  std::optional<std::string> old_;
};

TEST(DefaultCache, FollowsTheXdgRules) {
  const Environment home("HOME", "/home/ada");
  {
    const Environment xdg("XDG_CACHE_HOME", "/var/tmp/caches");
    EXPECT_EQ(default_cache(), "/var/tmp/caches/gradus");
  }
  for (const char* ignored : {static_cast<const char*>(nullptr), "", "relative/path"}) {
    const Environment xdg("XDG_CACHE_HOME", ignored);
    EXPECT_EQ(default_cache(), "/home/ada/.cache/gradus");
  }
}

}  // namespace
}  // namespace gradus::mnist

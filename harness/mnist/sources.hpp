#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "mnist/cache.hpp"
#include "mnist/dataset.hpp"
#include "mnist/fetchers.hpp"
#include "mnist/source.hpp"

namespace gradus::mnist {

/// A data set cannot be had, or what was given is not it: says what was tried and what to do.
class SourceError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The folder of the embedded sample in the tree that this program was built from.
std::filesystem::path sample_folder();

/// What to load and where to look.
struct LoadOptions {
  /// The data set: `source(Kind::fashion)` for another.
  Source wanted = source(Kind::mnist);

  /// A folder that the user named. It must hold the data set: nothing else is tried.
  std::optional<std::filesystem::path> given;

  /// Data sets live in folders below it; empty for none.
  std::filesystem::path cache = default_cache();

  /// Tried in turn for what the cache does not hold; without a value, default_fetchers(). An
  /// empty list keeps the run off the network.
  std::optional<std::vector<Fetcher>> fetchers;

  /// The last resort for MNIST, and where Kind::sample is read.
  std::filesystem::path sample = sample_folder();

  /// False to have an error where the sample would take MNIST's place.
  bool fall_back_to_sample = true;

  /// How long to wait for another run that fetches the same.
  std::chrono::seconds patience{300};

  /// Hears of every step. May be empty.
  Say say;
};

/// A data set and where it came from, for the report.
struct Loaded {
  Kind kind = Kind::mnist;  ///< what is there: Kind::sample after a fall-back
  Split split;
  std::string origin;  ///< "cache /home/ada/.cache/gradus/mnist"

  /// True if the embedded sample stands in for MNIST. `notice` then says why, and the remedy.
  bool fell_back = false;
  std::string notice;
};

/// Finds a data set: the folder given; or else the user's cache, the fetchers in turn (what they
/// bring is kept in the cache) and, for MNIST, the embedded sample.
///
/// Every file is checked against its published SHA-256 at every run. Several runs may do this at
/// once, and any of them may be killed at any time: a file enters the cache by rename, whole and
/// checked, so the next run finds either the file or nothing. A damaged file in the cache is
/// reported and fetched again. A cache that cannot be written costs a message, not the run.
///
/// @throws SourceError if the given folder does not hold the data set, or if nothing does.
Loaded load(const LoadOptions& options);

}  // namespace gradus::mnist

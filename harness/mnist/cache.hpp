#pragma once

#include <chrono>
#include <filesystem>
#include <optional>

#include "mnist/fetchers.hpp"

namespace gradus::mnist {

/// Where this user's data sets are kept: $XDG_CACHE_HOME/gradus, or ~/.cache/gradus. Empty if the
/// user has no home.
std::filesystem::path default_cache();

/// A folder that is removed with all that it holds when the object goes.
class ScratchFolder {
 public:
  /// Makes a new one, `.fetch-XXXXXX`, inside `parent`.
  /// @throws std::runtime_error naming the folder and the system's reason.
  explicit ScratchFolder(const std::filesystem::path& parent);
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Lets one run at a time fetch into a cache folder, so that a class of runs started together
/// downloads once.
///
/// It saves work, nothing rests on it: files enter the cache by rename and are checked when read.
/// So where locking does not work (some network homes), or another run holds the lock for longer
/// than `patience`, the run goes on without. The system releases the lock of a killed process.
class CacheLock {
 public:
  CacheLock(const std::filesystem::path& folder, std::chrono::seconds patience, const Say& say);
  ~CacheLock();
  CacheLock(const CacheLock&) = delete;
  CacheLock& operator=(const CacheLock&) = delete;

  [[nodiscard]] bool held() const { return held_; }

 private:
  int fd_ = -1;
  bool held_ = false;
};

/// Removes scratch folders that killed runs left in a cache folder. Only for the lock's holder.
void remove_leftovers(const std::filesystem::path& folder);

}  // namespace gradus::mnist

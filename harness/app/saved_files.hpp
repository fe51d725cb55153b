#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace gradus::app {

/// Finds out which of some files were saved.
///
/// It looks at them now and then rather than being told by the kernel: that also sees editors that
/// save by rename or delete and write anew, and files on a network.
class SavedFiles {
 public:
  /// \param files relative to `folder`
  SavedFiles(std::filesystem::path folder, std::vector<std::string> files);

  /// The files that are others than when this was last called (or than at first).
  [[nodiscard]] std::vector<std::string> since_last_time();

 private:
  /// What changes whenever a file is saved; all zeros for a missing one.
  struct Look {
    std::uintmax_t inode = 0;
    std::uintmax_t size = 0;
    long seconds = 0;
    long nanoseconds = 0;
    bool operator==(const Look&) const = default;
  };
  [[nodiscard]] Look look_at(const std::string& file) const;

  std::filesystem::path folder_;
  std::map<std::string, Look> seen_;
};

}  // namespace gradus::app

#pragma once

#include <filesystem>

#include "sandbox/descriptor.hpp"

namespace gradus::sandbox {

/// A fresh folder of a random name in TMPDIR or /tmp, readable for us alone, removed with all that
/// is in it. What a grader that was killed has left behind is removed by the next one.
class Workspace {
 public:
  /// \throws std::system_error if it cannot be made
  Workspace();
  ~Workspace();
  Workspace(const Workspace&) = delete;
  Workspace& operator=(const Workspace&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  Descriptor lock_;  ///< held as long as we live: a folder that nobody holds is left over
};

}  // namespace gradus::sandbox

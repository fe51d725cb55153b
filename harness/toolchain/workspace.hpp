#pragma once

#include <filesystem>

namespace gradus::toolchain {

/// A fresh folder of a random name in TMPDIR or /tmp, readable for us alone, removed with all that
/// is in it.
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
};

}  // namespace gradus::toolchain

#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace gradus::toolchain {

/// Objects of files that compiled before, so that a save costs the compilation of one file.
///
/// A folder that several programs may share: each entry is whole or not there. It saves time and
/// decides nothing: what is missing, damaged or cannot be written is compiled again.
class ObjectStore {
 public:
  /// Enough for the history of an evening; the ones that were used least lately go first.
  static constexpr std::size_t kMost = 200;

  explicit ObjectStore(std::filesystem::path folder, std::size_t most = kMost)
      : folder_(std::move(folder)), most_(most) {}

  /// Writes the object of a key to a file.
  /// \param key SHA-256 of everything that the object depends on
  /// \return what the compiler said about it; nothing if the key is unknown
  [[nodiscard]] std::optional<std::string> fetch(const std::string& key,
                                                 const std::filesystem::path& object) const;

  /// \param advice what the compiler said about it
  void keep(const std::string& key, const std::filesystem::path& object,
            const std::string& advice) const;

 private:
  void forget_the_oldest() const;

  std::filesystem::path folder_;
  std::size_t most_;
};

}  // namespace gradus::toolchain

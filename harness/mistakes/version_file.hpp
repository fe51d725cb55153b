#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace gradus::mistakes {

/// A file of the bank, taken apart.
struct VersionFile {
  std::string name;                         ///< "no_shift"
  std::map<std::string, std::string> head;  ///< "says" -> the sentence, in one line
  std::vector<std::string> includes;        ///< whole lines: #include "tp1/softmax.hpp"
  std::string body;                         ///< all other lines; those left out are empty here

  /// Reads any source file; only the bank's have a head.
  /// \throws std::runtime_error if it cannot be read
  [[nodiscard]] static VersionFile read(const std::filesystem::path& file);
};

/// All files of a folder by name; none if there is no such folder.
///
/// \param keys that every head must have
/// \param optional_keys that it may have
/// \throws std::runtime_error that names the file and what is wrong with its head
[[nodiscard]] std::vector<VersionFile> read_versions(const std::filesystem::path& folder,
                                                     const std::vector<std::string>& keys,
                                                     const std::vector<std::string>& optional_keys);

}  // namespace gradus::mistakes

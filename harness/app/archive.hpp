#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace gradus::app {

struct PackedFile {
  std::string text;
  bool executable = false;
};

/// By their names in an archive or a folder.
using PackedFiles = std::map<std::string, PackedFile>;

/// \throws std::runtime_error if it cannot be read
[[nodiscard]] PackedFile pack_file(const std::filesystem::path& file);

/// Writes a zip archive of these files, by name. The same files give the same bytes: no time and no
/// user is noted. It appears whole or not at all.
/// \throws std::runtime_error naming the file and the reason
void write_zip(const std::filesystem::path& file, const PackedFiles& files);
/// The same for files that are only read.
void write_zip(const std::filesystem::path& file, const std::map<std::string, std::string>& files);

/// The same as write_zip(), as a tar archive through gzip.
void write_tar_gz(const std::filesystem::path& file, const PackedFiles& files);

/// Writes the files below a folder, which appears whole or not at all.
/// \throws UsageError if there is something in it already
/// \throws std::runtime_error naming the file and the reason
void write_folder(const std::filesystem::path& folder, const PackedFiles& files);

}  // namespace gradus::app

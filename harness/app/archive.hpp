#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace gradus::app {

struct PackedFile {
  std::string text;
  bool executable = false;
};

/// Writes a zip archive of these files, by name. The same files give the same bytes: no time and no
/// user is noted. It appears whole or not at all.
/// \throws std::runtime_error naming the file and the reason
void write_zip(const std::filesystem::path& file, const std::map<std::string, PackedFile>& files);
/// The same for files that are only read.
void write_zip(const std::filesystem::path& file, const std::map<std::string, std::string>& files);

}  // namespace gradus::app

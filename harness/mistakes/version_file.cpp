#include "mistakes/version_file.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "tools/source_line.hpp"

namespace gradus::mistakes {
namespace {

namespace fs = std::filesystem;

std::string read_text(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

/// "caught by" of `// caught by: value`; empty if the line goes on with the key before it, which it
/// shows by being indented.
std::string key_of(std::string_view line) {
  if (line.starts_with("//  ")) return {};
  const std::string_view words = tools::comment_words(line);
  const auto colon = words.find(':');
  constexpr std::size_t kLongestKey = 12;
  return colon <= kLongestKey ? std::string(words.substr(0, colon)) : std::string();
}

void read_head_line(std::string_view line, std::string& key,
                    std::map<std::string, std::string>& head) {
  std::string_view words = tools::comment_words(line);
  if (const std::string found = key_of(line); !found.empty()) {
    key = found;
    words = tools::trimmed(words.substr(key.size() + 1));
  }
  std::string& value = head[key];
  value += (value.empty() ? "" : " ") + std::string(words);
}

void check_head(const VersionFile& version, const fs::path& file,
                const std::vector<std::string>& keys,
                const std::vector<std::string>& optional_keys) {
  for (const std::string& key : keys) {
    const auto found = version.head.find(key);
    if (found == version.head.end() || found->second.empty()) {
      throw std::runtime_error(file.string() + ": its head lacks '// " + key + ": ...'");
    }
  }
  for (const auto& [key, value] : version.head) {
    const auto known = [&key = key](const std::vector<std::string>& list) {
      return std::find(list.begin(), list.end(), key) != list.end();
    };
    if (!known(keys) && !known(optional_keys)) {
      throw std::runtime_error(file.string() + ": nothing is known of '// " + key + ": ...'");
    }
  }
}

}  // namespace

VersionFile VersionFile::read(const fs::path& file) {
  VersionFile version;
  version.name = file.stem();
  const std::string text = read_text(file);
  bool in_head = true;
  std::string key;
  for (const std::string_view line : tools::split_lines(text)) {
    const std::string_view words = tools::trimmed(line);
    in_head = in_head && tools::is_comment(line);
    if (in_head) read_head_line(line, key, version.head);
    const bool include = words.starts_with("#include");
    if (include) version.includes.emplace_back(words);
    // Line numbers stay those of the file, for the compiler's messages.
    if (!in_head && !include && words != "#pragma once") version.body += line;
    version.body += '\n';
  }
  return version;
}

std::vector<VersionFile> read_versions(const fs::path& folder, const std::vector<std::string>& keys,
                                       const std::vector<std::string>& optional_keys) {
  std::vector<fs::path> files;
  if (fs::is_directory(folder)) {
    for (const fs::path& file : fs::directory_iterator(folder)) {
      if (file.extension() == ".cpp") files.push_back(file);
    }
  }
  std::sort(files.begin(), files.end());
  std::vector<VersionFile> versions;
  for (const fs::path& file : files) {
    versions.push_back(VersionFile::read(file));
    check_head(versions.back(), file, keys, optional_keys);
  }
  return versions;
}

}  // namespace gradus::mistakes

#include "intake/names.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iconv.h>
#include <optional>

#include "report/escape.hpp"

namespace gradus::intake {
namespace {

constexpr std::array<std::string_view, 9> kArchives = {
    ".zip", ".tar.gz", ".tgz", ".tar.xz", ".txz", ".tar.bz2", ".tbz2", ".tar", ".7z"};
constexpr std::array<std::string_view, 6> kForeign = {".rar", ".gz", ".xz", ".bz2", ".zst", ".iso"};

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// The text in UTF-8, unless it is not of that character set.
std::optional<std::string> to_utf8(std::string_view bytes, const char* charset) {
  iconv_t converter = ::iconv_open("UTF-8", charset);
  if (reinterpret_cast<std::intptr_t>(converter) == -1) return std::nullopt;
  std::string in(bytes);
  std::string out(4 * in.size() + 1, '\0');
  char* from = in.data();
  char* to = out.data();
  std::size_t left = in.size();
  std::size_t room = out.size();
  const std::size_t result = ::iconv(converter, &from, &left, &to, &room);
  ::iconv_close(converter);
  if (result == static_cast<std::size_t>(-1)) return std::nullopt;
  out.resize(out.size() - room);
  return out;
}

std::string_view ending(std::string_view name, const auto& endings) {
  const std::string text = lower(name);
  for (const std::string_view end : endings) {
    if (text.size() > end.size() && text.ends_with(end)) return end;
  }
  return {};
}

}  // namespace

std::string decode_name(std::string_view bytes, bool from_zip) {
  const bool is_ascii = std::all_of(bytes.begin(), bytes.end(), [](char c) { return c > 0; });
  if (is_ascii) return std::string(bytes);
  for (const char* charset : {"UTF-8", from_zip ? "CP437" : "WINDOWS-1252", "ISO-8859-1"}) {
    if (auto text = to_utf8(bytes, charset)) return *text;
  }
  return std::string(bytes);
}

std::string label_of(std::string_view name) {
  std::string label = report::visible(name, 300);
  std::replace_if(
      label.begin(), label.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return label;
}

std::vector<std::string_view> parts(std::string_view path) {
  std::vector<std::string_view> all;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, end);
    if (!part.empty() && part != ".") all.push_back(part);
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return all;
}

std::string last_two(std::string_view path) {
  const auto all = parts(path);
  if (all.empty()) return {};
  if (all.size() == 1) return std::string(all.back());
  return std::string(all[all.size() - 2]) + "/" + std::string(all.back());
}

std::string_view base_name(std::string_view path) {
  const auto all = parts(path);
  return all.empty() ? std::string_view{} : all.back();
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), small);
  return result;
}

bool leads_out(std::string_view path) {
  if (path.starts_with('/')) return true;
  if (path.size() >= 2 && path[1] == ':' && small(path[0]) >= 'a' && small(path[0]) <= 'z') {
    return true;
  }
  const auto all = parts(path);
  return std::find(all.begin(), all.end(), "..") != all.end();
}

bool is_noise(std::string_view part) {
  static constexpr std::array<std::string_view, 17> kNames = {
      "__macosx", ".ds_store",   "thumbs.db", "desktop.ini", ".git",          ".gitignore",
      ".gradus",  ".build",      "build",     "cmakefiles",  ".vscode",       ".idea",
      ".vs",      "__pycache__", ".cache",    ".clangd",     ".gitattributes"};
  const std::string name = lower(part);
  if (std::find(kNames.begin(), kNames.end(), name) != kNames.end()) return true;
  static constexpr std::array<std::string_view, 8> kEndings = {"~",     ".swp", ".swo", ".bak",
                                                               ".orig", ".o",   ".obj", ".tmp"};
  return name.starts_with("._") || name.starts_with(".#") || name.starts_with("cmake-build-") ||
         (name.size() > 1 && name.starts_with('#') && name.ends_with('#')) ||
         !ending(name, kEndings).empty();
}

bool passes_noise(std::string_view path) {
  const auto all = parts(path);
  return std::any_of(all.begin(), all.end(), is_noise);
}

bool is_archive(std::string_view name) { return !ending(name, kArchives).empty(); }

bool is_foreign_archive(std::string_view name) {
  return !is_archive(name) && !ending(name, kForeign).empty();
}

std::string stem(std::string_view name) {
  return std::string(name.substr(0, name.size() - ending(name, kArchives).size()));
}

}  // namespace gradus::intake

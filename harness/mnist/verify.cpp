#include "mnist/verify.hpp"

#include "mnist/file.hpp"
#include "mnist/idx.hpp"
#include "mnist/sha256.hpp"

namespace gradus::mnist {
namespace fs = std::filesystem;
namespace {

/// Whose file has this checksum, as a hint; empty if it is none that we know.
std::string owner_of(const std::string& checksum) {
  for (const Kind kind : {Kind::mnist, Kind::sample, Kind::fashion}) {
    for (const SourceFile& file : source(kind).files) {
      if (file.sha256 == checksum) {
        return " It is the " + file.name + " of " + source(kind).name + ".";
      }
    }
  }
  return "";
}

bool holds_images(FileRole role) { return role == kTrainImages || role == kTestImages; }

/// Throws the reader's own, more telling error if the content is not even well formed.
void require_well_formed(const std::vector<std::uint8_t>& bytes, const std::string& name,
                         FileRole role) {
  if (holds_images(role)) {
    parse_images(bytes, name);
  } else {
    parse_labels(bytes, name);
  }
}

}  // namespace

std::optional<fs::path> find_file(const fs::path& folder, const std::string& name) {
  std::string dotted = name;
  dotted[dotted.rfind("-idx")] = '.';
  for (const std::string& candidate : {name, dotted, name + ".gz", dotted + ".gz"}) {
    std::error_code ignored;
    if (fs::exists(folder / candidate, ignored)) return folder / candidate;
  }
  return std::nullopt;
}

std::vector<std::uint8_t> read_verified(const fs::path& path, const Source& source, FileRole role) {
  std::vector<std::uint8_t> bytes = read_file(path, kMaxFileBytes);
  const std::string found = sha256(bytes);
  const SourceFile& file = source.files[role];
  if (found == file.sha256) return bytes;
  require_well_formed(bytes, path.string(), role);
  throw IdxError(path.string(), 0,
                 "a well-formed file, but not the " + file.name + " of " + source.name +
                     " as published: found the SHA-256 " + found + ", expected " + file.sha256 +
                     "." + owner_of(found));
}

}  // namespace gradus::mnist

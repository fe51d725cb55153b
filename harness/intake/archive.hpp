#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "intake/refusal.hpp"

struct archive;
struct archive_entry;

namespace gradus::intake {

/// No upload may unpack to more, all archives in it together.
inline constexpr std::uint64_t kMaxUnpacked = std::uint64_t{64} << 20;

/// What an entry is. Links of both sorts are one kind: none is ever followed.
enum class Kind { file, folder, link, special };

/// One file or folder of an archive or a folder, before its content is read.
struct Entry {
  std::string path;  ///< with "/" between its parts, in UTF-8; not yet checked: it may lead out
  Kind kind = Kind::file;
  std::uint64_t size = 0;  ///< unpacked, as announced
};

/// Reads an archive (zip, tar, tar.gz, tar.xz, tar.bz2, 7z), one entry after the other. Nothing is
/// written to disk. Safe for any bytes.
class Archive {
 public:
  /// An archive that a student made.
  ///
  /// Besides what is damaged it refuses encryption, names with a NUL byte, and bytes that would
  /// unpack to a great multiple of themselves.
  /// \param bytes must outlive the object
  [[nodiscard]] static Archive of_student(std::string_view bytes);

  /// An archive of a platform, with the uploads of a whole class. It may be of any size.
  [[nodiscard]] static Archive of_class(const std::filesystem::path& file);

  /// Goes to the next entry, the first at the beginning.
  /// \return whether there is one
  /// \throws Refusal if the archive is damaged, or if the entry is refused
  bool next();

  [[nodiscard]] const Entry& entry() const { return entry_; }

  /// The content of the entry. Once for each.
  /// \throws Refusal if it holds more than `most` bytes, or if it is damaged
  [[nodiscard]] std::string content(std::uint64_t most);

 private:
  struct Free {
    void operator()(archive* a) const;
  };

  explicit Archive(std::uint64_t packed);
  void require_modest(std::uint64_t unpacked) const;
  [[nodiscard]] std::string reason() const;

  std::unique_ptr<archive, Free> reader_;
  std::uint64_t packed_;         ///< the archive's own size; 0: any
  std::uint64_t announced_ = 0;  ///< the entries before this one, unpacked
  Entry entry_;
};

}  // namespace gradus::intake

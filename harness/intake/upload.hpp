#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "intake/archive.hpp"
#include "roster/roster.hpp"

namespace gradus::intake {

/// No upload may hold more entries, those of its archives included.
inline constexpr std::size_t kMaxEntries = 10'000;
/// An archive in an archive in an archive: the upload's own archive is the first of the three.
inline constexpr int kMaxDepth = 3;

/// A file that bears the name of an exercise's file, wherever it lies.
struct UploadedFile {
  std::string path;         ///< from the upload's top; an archive counts as a folder
  std::string text;         ///< empty if too large
  bool too_large = false;   ///< larger than toolchain::kMaxSourceSize
  std::uint64_t order = 0;  ///< the platform's number of the file it came in: a later one is higher
};

/// What one student handed in, as far as it matters.
struct Upload {
  roster::Owner owner;             ///< whose it is, as far as the platform says
  std::string source;              ///< name of the folder or archive that it came from
  std::vector<std::string> names;  ///< of its folders and files there
  std::uint64_t order = 0;         ///< the highest of its files'; 0: the platform does not say

  std::vector<UploadedFile> files;  ///< by path
  std::vector<std::string> others;  ///< paths of all other files, without what programs left behind
  std::string commit;               ///< HEAD of a git working copy, where it can be read
  std::string refused;              ///< why nothing of it is taken; empty: it is
};

/// Puts entries into an upload, unpacks archives among them, and keeps the bounds.
class Collector {
 public:
  /// Reads the content of the entry at hand, of so many bytes at most.
  using Content = std::function<std::string(std::uint64_t most)>;

  explicit Collector(Upload& upload) : upload_(&upload) {}

  /// Takes one entry. An upload that is refused takes no more.
  /// \param order what becomes of UploadedFile::order
  void add(const Entry& entry, std::uint64_t order, const Content& content);

  /// Refuses the upload, unless it is already.
  void refuse(const std::string& why);

  [[nodiscard]] bool refused() const { return !upload_->refused.empty(); }

  /// After the last entry.
  void finish();

 private:
  void take(const Entry& entry, int depth, const Content& content);
  void unpack(const std::string& path, const std::string& bytes, int depth);
  bool note_git(const std::string& path, const Content& content);
  std::string read(const Content& content, std::uint64_t most);

  Upload* upload_;
  std::uint64_t order_ = 0;
  std::size_t entries_ = 0;
  std::uint64_t announced_ = 0;
  std::uint64_t unpacked_ = 0;
  std::map<std::string, std::string> git_;  ///< files that lead from HEAD to a commit, by path
};

/// What is at a path itself, not where a link leads.
[[nodiscard]] Kind kind_on_disk(const std::filesystem::path& path);

/// The names in a folder, sorted.
/// \throws Refusal if it cannot be read
[[nodiscard]] std::vector<std::filesystem::path> children(const std::filesystem::path& folder);

/// The bytes of a file.
/// \param name what to call it in messages
/// \throws Refusal if it cannot be read, is a link, or holds more than `most` bytes
[[nodiscard]] std::string read_from_disk(const std::filesystem::path& path, const std::string& name,
                                         std::uint64_t most);

/// Adds what a folder or a file of this machine holds. No link is followed.
/// \param path on disk
/// \param name what to call it in the upload; empty for a folder that is the upload itself
void add_from_disk(Collector& collector, const std::filesystem::path& path, const std::string& name,
                   std::uint64_t order);

}  // namespace gradus::intake

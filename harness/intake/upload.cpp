#include "intake/upload.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

#include "catalogue/exercise.hpp"
#include "intake/names.hpp"
#include "sandbox/descriptor.hpp"
#include "toolchain/submission.hpp"

namespace gradus::intake {
namespace {

namespace fs = std::filesystem;

/// A ref is a line; packed-refs has one for each branch and tag.
constexpr std::uint64_t kMaxGitFile = std::uint64_t{256} << 10;

/// Whether a file of that name may be an exercise's, in any folder.
bool may_matter(std::string_view name) {
  static const std::set<std::string, std::less<>> kNames = [] {
    std::set<std::string, std::less<>> names;
    for (const Lab& lab : catalogue()) {
      for (const Exercise& e : lab.exercises) names.emplace(base_name(e.file));
    }
    return names;
  }();
  return kNames.contains(lower(name));
}

std::string joined(const std::string& folder, std::string_view path) {
  std::string all = folder;
  for (const std::string_view part : parts(path)) {
    if (!all.empty()) all += '/';
    all += part;
  }
  return all;
}

/// What follows the first .git folder of a path: "HEAD" for "work/.git/HEAD".
std::string_view within_git(std::string_view path) {
  constexpr std::string_view kFolder = ".git/";
  for (std::size_t at = path.find(kFolder); at != std::string_view::npos;
       at = path.find(kFolder, at + 1)) {
    if (at == 0 || path[at - 1] == '/') return path.substr(at + kFolder.size());
  }
  return {};
}

std::string first_line(const std::string& text) {
  return text.substr(0, text.find_first_of("\r\n"));
}

/// SHA-1 or SHA-256.
bool is_commit(std::string_view text) {
  return (text.size() == 40 || text.size() == 64) &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// gitrepository-layout(5): HEAD names a commit or "ref: refs/heads/main"; that ref is a file, or a
/// line of packed-refs. Of several working copies the outermost counts.
std::string commit_of(const std::map<std::string, std::string>& git) {
  constexpr std::string_view kHead = "HEAD";
  constexpr std::string_view kRef = "ref: ";
  auto head = git.end();
  for (auto file = git.begin(); file != git.end(); ++file) {
    if (within_git(file->first) != kHead) continue;
    if (head == git.end() || file->first.size() < head->first.size()) head = file;
  }
  if (head == git.end()) return {};
  const std::string folder = head->first.substr(0, head->first.size() - kHead.size());
  std::string line = first_line(head->second);
  if (line.starts_with(kRef)) {
    const std::string ref = line.substr(kRef.size());
    line.clear();
    if (const auto file = git.find(folder + ref); file != git.end()) {
      line = first_line(file->second);
    } else if (const auto packed = git.find(folder + "packed-refs"); packed != git.end()) {
      const std::string& text = packed->second;
      const std::size_t at = text.find(" " + ref + "\n");
      if (at != std::string::npos) {
        const std::size_t begin = text.rfind('\n', at) + 1;
        line = text.substr(begin, at - begin);
      }
    }
  }
  return is_commit(line) ? line : std::string();
}

std::string system_reason() { return std::strerror(errno); }

sandbox::Descriptor open_file(const fs::path& path) {
  return sandbox::Descriptor(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC));
}

/// Of a .git folder nothing matters but where HEAD points.
bool is_worth_entering(const std::string& name) {
  if (name == ".git" || name.ends_with("/.git")) return true;
  const std::string folder = name + "/";
  if (const auto inside = within_git(folder); !inside.empty()) return inside.starts_with("refs/");
  return !passes_noise(name);
}

}  // namespace

std::string read_from_disk(const fs::path& path, const std::string& name, std::uint64_t most) {
  const sandbox::Descriptor file = open_file(path);
  struct stat status {};
  if (file.get() < 0 || ::fstat(file.get(), &status) != 0) {
    throw Refusal(label_of(name) + " cannot be read: " + system_reason());
  }
  if (!S_ISREG(status.st_mode)) throw Refusal(label_of(name) + " is no regular file");
  // Whoever unpacked an upload with links in it holds a file of somebody else's under this name.
  if (status.st_nlink > 1) {
    throw Refusal(label_of(name) +
                  " is a hard link: the same file has another name somewhere. If you made that "
                  "other name yourself, copy the folder by cp -r and take the copy");
  }
  std::string bytes;
  std::array<char, 65536> part{};
  for (;;) {
    const ssize_t n = ::read(file.get(), part.data(), part.size());
    if (n < 0) throw Refusal(label_of(name) + " cannot be read: " + system_reason());
    if (n == 0) return bytes;
    bytes.append(part.data(), static_cast<std::size_t>(n));
    if (bytes.size() > most) {
      throw Refusal(label_of(name) + " holds more than the " + std::to_string(most) +
                    " bytes that are left for it");
    }
  }
}

Kind kind_on_disk(const fs::path& path) {
  std::error_code ignored;
  switch (fs::symlink_status(path, ignored).type()) {
    case fs::file_type::regular:
      return Kind::file;
    case fs::file_type::directory:
      return Kind::folder;
    case fs::file_type::symlink:
      return Kind::link;
    default:
      return Kind::special;
  }
}

std::vector<fs::path> children(const fs::path& folder) {
  std::vector<fs::path> all;
  std::error_code error;
  for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::end(entry);
       entry.increment(error)) {
    all.push_back(entry->path());
  }
  if (error)
    throw Refusal(label_of(folder.filename().string()) + " cannot be read: " + error.message());
  std::sort(all.begin(), all.end());
  return all;
}

void Collector::refuse(const std::string& why) {
  if (upload_->refused.empty()) upload_->refused = why;
  upload_->files.clear();
  upload_->others.clear();
  git_.clear();
}

void Collector::add(const Entry& entry, std::uint64_t order, const Content& content) {
  if (!upload_->refused.empty()) return;
  order_ = order;
  upload_->order = std::max(upload_->order, order);
  try {
    take(entry, 0, content);
  } catch (const Refusal& why) {
    refuse(why.what());
  }
}

std::string Collector::read(const Content& content, std::uint64_t most) {
  std::string bytes = content(std::min(most, kMaxUnpacked - unpacked_));
  unpacked_ += bytes.size();
  return bytes;
}

void Collector::take(const Entry& entry, int depth, const Content& content) {
  if (++entries_ > kMaxEntries) {
    throw Refusal("it holds more than " + std::to_string(kMaxEntries) +
                  " files and folders; ask for the tp folders alone");
  }
  if (leads_out(entry.path)) {
    throw Refusal("a path in it leads out of its folder: " + label_of(entry.path));
  }
  const std::string path = joined({}, entry.path);
  if (entry.kind == Kind::folder) return;
  const bool is_outer = depth == 0 && is_archive(base_name(path));
  if (!is_outer) announced_ += entry.size;
  if (announced_ > kMaxUnpacked) {
    throw Refusal("it unpacks to more than " + std::to_string(kMaxUnpacked >> 20) +
                  " MB; ask for the tp folders alone");
  }
  const bool noted = note_git(path, entry.kind == Kind::file ? content : Content());
  if (noted || passes_noise(path)) return;
  if (entry.kind == Kind::link) {
    throw Refusal(label_of(path) +
                  " is a link; links are not followed, so ask for the file itself");
  }
  if (entry.kind == Kind::special) throw Refusal(label_of(path) + " is no regular file");
  const std::string_view name = base_name(path);
  if (is_foreign_archive(name)) {
    throw Refusal(label_of(path) +
                  " is an archive of a format that is not read here; ask for a zip file, or unpack "
                  "it in that student's folder");
  }
  if (is_archive(name)) {
    if (depth == kMaxDepth) {
      throw Refusal(label_of(path) + " is the fourth archive inside another: unpack some of them");
    }
    // What the student packed counts once: when it is unpacked.
    unpack(path, is_outer ? content(kMaxUnpacked) : read(content, kMaxUnpacked), depth + 1);
  } else if (may_matter(name)) {
    UploadedFile file{path, {}, entry.size > toolchain::kMaxSourceSize, order_};
    if (!file.too_large) file.text = read(content, toolchain::kMaxSourceSize);
    upload_->files.push_back(std::move(file));
  } else {
    upload_->others.push_back(path);
  }
}

void Collector::unpack(const std::string& path, const std::string& bytes, int depth) {
  try {
    Archive archive = Archive::of_student(bytes);
    while (archive.next()) {
      Entry inner = archive.entry();
      // Before the archive's own name hides that the path was absolute.
      if (leads_out(inner.path)) {
        throw Refusal("a path in it leads out of its folder: " + label_of(inner.path));
      }
      inner.path = joined(path, inner.path);
      take(inner, depth, [&](std::uint64_t most) { return archive.content(most); });
    }
  } catch (const Refusal& why) {
    if (depth > 1) throw;
    throw Refusal(label_of(path) + ": " + why.what());
  }
}

bool Collector::note_git(const std::string& path, const Content& content) {
  const std::string inside(within_git(path));
  if (inside.empty()) return false;
  const bool matters = inside == "HEAD" || inside == "packed-refs" || inside.starts_with("refs/");
  if (!content || !matters) return true;
  try {
    git_.emplace(path, read(content, kMaxGitFile));
  } catch (const Refusal&) {
    // Which commit it was is good to know, no more: the upload is as good without.
    git_.emplace(path, "");
  }
  return true;
}

void Collector::finish() {
  upload_->commit = commit_of(git_);
  std::sort(upload_->files.begin(), upload_->files.end(),
            [](const UploadedFile& a, const UploadedFile& b) { return a.path < b.path; });
  std::sort(upload_->others.begin(), upload_->others.end());
  std::sort(upload_->names.begin(), upload_->names.end());
}

void add_from_disk(Collector& collector, const fs::path& path, const std::string& name,
                   std::uint64_t order) {
  Entry entry{name, kind_on_disk(path), 0};
  std::error_code error;
  if (entry.kind == Kind::file) entry.size = fs::file_size(path, error);
  if (error) entry.size = 0;
  if (!name.empty()) {
    collector.add(entry, order,
                  [&](std::uint64_t most) { return read_from_disk(path, name, most); });
  }
  if (entry.kind != Kind::folder || collector.refused()) return;
  if (!name.empty() && !is_worth_entering(name)) return;
  try {
    for (const fs::path& child : children(path)) {
      const std::string file = decode_name(child.filename().string(), false);
      add_from_disk(collector, child, joined(name, file), order);
    }
  } catch (const Refusal& why) {
    collector.refuse(why.what());
  }
}

}  // namespace gradus::intake

#include "toolchain/submission.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>

#include "mnist/sha256.hpp"

namespace gradus::toolchain {
namespace {

namespace fs = std::filesystem;

SourceFile refused(std::string why) { return {SourceFile::State::kRefused, {}, std::move(why)}; }

/// Reads through one descriptor, so that what was checked is what is read. Links are not followed:
/// they could point at a solution or at another student's file.
SourceFile read_file(const fs::path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0 && errno == ENOENT) return {};
  if (fd < 0 && errno == ELOOP) return refused("it is a symbolic link; hand in the file itself");
  if (fd < 0) return refused(std::string("it cannot be read: ") + std::strerror(errno));
  struct stat status {};
  ::fstat(fd, &status);
  SourceFile file{SourceFile::State::kThere, {}, {}};
  if (!S_ISREG(status.st_mode)) {
    file = refused("it is not a regular file");
  } else if (static_cast<std::uintmax_t>(status.st_size) > kMaxSourceSize) {
    file = refused("it is larger than " + std::to_string(kMaxSourceSize >> 10) + " KiB");
  } else {
    std::array<char, 65536> buffer;
    ssize_t n = 0;
    while ((n = ::read(fd, buffer.data(), buffer.size())) > 0 &&
           file.text.size() <= kMaxSourceSize) {
      file.text.append(buffer.data(), static_cast<std::size_t>(n));
    }
  }
  ::close(fd);
  return file;
}

bool holds_a_file(const fs::path& root, std::span<const Lab* const> labs) {
  return std::any_of(labs.begin(), labs.end(), [&](const Lab* lab) {
    return std::any_of(lab->exercises.begin(), lab->exercises.end(), [&](const Exercise& e) {
      std::error_code ignored;
      return fs::is_regular_file(fs::symlink_status(root / e.file, ignored));
    });
  });
}

/// The folder in `path` that holds the labs' folders.
fs::path find_root(const fs::path& path, std::span<const Lab* const> labs) {
  if (!fs::is_directory(path)) {
    throw std::runtime_error(path.string() + " is not a folder. Give the folder that holds tp1/ "
                             "and tp2/, for example: gradus grade solutions");
  }
  for (const fs::path& candidate : {path, path / "labs"}) {
    if (holds_a_file(candidate, labs)) return candidate;
  }
  // The folder of one lab itself; its parent then holds tp1/ under that very name.
  const fs::path real = fs::canonical(path);
  if (labs.size() == 1 && real.filename() == labs.front()->name &&
      holds_a_file(real.parent_path(), labs)) {
    return real.parent_path();
  }
  std::string names;
  for (const Lab* lab : labs) names += (names.empty() ? "" : " or ") + std::string(lab->name) + "/";
  throw std::runtime_error(path.string() + " holds none of the files that students write. Expected "
                           "a folder with " + names + " in it, such as labs or solutions.");
}

std::vector<std::string> changed_files(const fs::path& root, std::span<const Lab* const> labs,
                                       const fs::path& given) {
  std::vector<std::string> changed;
  for (const Lab* lab : labs) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(given / lab->name, ignored)) {
      const fs::path name = fs::path(lab->name) / entry.path().filename();
      const auto is_exercise = [&](const Exercise& e) { return name == fs::path(e.file); };
      if (name.extension() != ".hpp" && name.extension() != ".cpp") continue;
      if (std::any_of(lab->exercises.begin(), lab->exercises.end(), is_exercise)) continue;
      const SourceFile theirs = read_file(root / name);
      if (theirs.state == SourceFile::State::kMissing) continue;
      if (theirs.text != read_file(entry.path()).text) changed.push_back(name.string());
    }
  }
  std::sort(changed.begin(), changed.end());
  return changed;
}

std::string hash_of(const Submission& submission) {
  std::string all;
  for (const auto& [slug, file] : submission.files) {
    if (file.state != SourceFile::State::kThere) continue;
    all += slug + "\n" + std::to_string(file.text.size()) + "\n" + file.text;
  }
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(all.data());
  return mnist::sha256({bytes, all.size()});
}

}  // namespace

Submission Submission::read(const fs::path& path, std::span<const Lab* const> labs,
                            const fs::path& given) {
  Submission submission;
  submission.root = find_root(path, labs);
  for (const Lab* lab : labs) {
    for (const Exercise& e : lab->exercises) {
      submission.files.emplace(e.slug, read_file(submission.root / e.file));
    }
  }
  submission.changed = changed_files(submission.root, labs, given);
  submission.hash = hash_of(submission);
  return submission;
}

}  // namespace gradus::toolchain

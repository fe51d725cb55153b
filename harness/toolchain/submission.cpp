#include "toolchain/submission.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <iterator>
#include <sys/stat.h>
#include <unistd.h>

#include "mnist/sha256.hpp"

namespace gradus::toolchain {
namespace {

namespace fs = std::filesystem;

SourceFile refused(std::string why) { return {SourceFile::State::kRefused, {}, std::move(why)}; }

SourceFile cannot_be_read() {
  return refused(std::string("it cannot be read: ") + std::strerror(errno));
}

SourceFile read_descriptor(int fd) {
  struct stat status {};
  if (::fstat(fd, &status) != 0) return cannot_be_read();
  if (!S_ISREG(status.st_mode)) return refused("it is not a regular file");
  SourceFile file{SourceFile::State::kThere, {}, {}};
  std::array<char, 65536> buffer;
  while (file.text.size() <= kMaxSourceSize) {
    const ssize_t n = ::read(fd, buffer.data(), buffer.size());
    if (n < 0) return cannot_be_read();
    if (n == 0) return file;
    file.text.append(buffer.data(), static_cast<std::size_t>(n));
  }
  return refused("it is larger than " + std::to_string(kMaxSourceSize >> 10) + " KiB");
}

/// Opens a file folder by folder, following no link on the way.
int open_beneath(const fs::path& root, const fs::path& relative) {
  int at = ::open(root.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC);
  for (auto part = relative.begin(); part != relative.end() && at >= 0; ++part) {
    const bool last = std::next(part) == relative.end();
    const int flags = last ? O_RDONLY | O_NONBLOCK : O_PATH | O_DIRECTORY;
    const int next = ::openat(at, part->c_str(), flags | O_NOFOLLOW | O_CLOEXEC);
    const int why = errno;
    ::close(at);
    errno = why;
    at = next;
  }
  return at;
}

bool passes_a_link(const fs::path& root, const fs::path& relative) {
  fs::path path = root;
  std::error_code ignored;
  return std::any_of(relative.begin(), relative.end(), [&](const fs::path& part) {
    return fs::is_symlink(fs::symlink_status(path /= part, ignored));
  });
}

/// Reads through one descriptor, so that what was checked is what is read. Links are not followed,
/// neither as a file nor as a folder: they could lead to a solution or to another student's file.
SourceFile read_file(const fs::path& root, const fs::path& relative) {
  const int fd = open_beneath(root, relative);
  if (fd < 0) {
    SourceFile failure = errno == ENOENT ? SourceFile{} : cannot_be_read();
    if (!passes_a_link(root, relative)) return failure;
    return refused("it is a symbolic link, or its folder is one; hand in the file itself");
  }
  SourceFile file = read_descriptor(fd);
  ::close(fd);
  return file;
}

bool holds_a_file(const fs::path& root, std::span<const Lab* const> labs) {
  return std::any_of(labs.begin(), labs.end(), [&](const Lab* lab) {
    return std::any_of(lab->exercises.begin(), lab->exercises.end(), [&](const Exercise& e) {
      return read_file(root, e.file).state != SourceFile::State::kMissing;
    });
  });
}

/// The folder in `path` that holds the labs' folders.
fs::path find_root(const fs::path& path, std::span<const Lab* const> labs) {
  if (!fs::is_directory(path)) {
    throw SubmissionError(path.string() +
                          " is not a folder. Give the folder that holds tp1/ "
                          "and tp2/, for example: gradus grade solutions");
  }
  if (holds_a_file(path, labs)) return path;
  // The path itself may be a link: the grader's user chose it. What lies in it, the student chose.
  fs::path clone = path / "labs";
  if (!fs::is_symlink(clone) && holds_a_file(clone, labs)) return clone;
  // The folder of one lab itself; its parent then holds tp1/ under that very name.
  const fs::path real = fs::canonical(path);
  if (labs.size() == 1 && real.filename() == labs.front()->name &&
      holds_a_file(real.parent_path(), labs)) {
    return real.parent_path();
  }
  std::string names;
  for (const Lab* lab : labs) names += (names.empty() ? "" : " or ") + std::string(lab->name) + "/";
  throw SubmissionError(path.string() +
                        " holds none of the files that students write. Expected "
                        "a folder with " +
                        names + " in it, such as labs or solutions.");
}

/// Whether a file of a lab's folder is one that students write.
bool is_exercise(const fs::path& name) {
  const auto labs = catalogue();
  return std::any_of(labs.begin(), labs.end(), [&](const Lab& lab) {
    return std::any_of(lab.exercises.begin(), lab.exercises.end(),
                       [&](const Exercise& e) { return name == fs::path(e.file); });
  });
}

std::vector<std::string> changed_files(const fs::path& root, std::span<const Lab* const> labs,
                                       const fs::path& given) {
  std::vector<fs::path> folders = {fs::path("kit") / "nn"};
  for (const Lab* lab : labs) folders.emplace_back(lab->name);
  std::vector<std::string> changed;
  for (const fs::path& folder : folders) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(given / folder, ignored)) {
      const fs::path name = folder / entry.path().filename();
      if (name.extension() != ".hpp" && name.extension() != ".cpp") continue;
      if (is_exercise(name)) continue;
      const SourceFile theirs = read_file(root, name);
      if (theirs.state == SourceFile::State::kMissing) continue;
      if (theirs.text != read_file(given, name).text) changed.push_back(name.string());
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
  return mnist::sha256(all);
}

}  // namespace

Submission Submission::read(const fs::path& path, std::span<const Lab* const> labs,
                            const fs::path& given) {
  Submission submission;
  submission.root = find_root(path, labs);
  for (const Lab* lab : labs) {
    for (const Exercise& e : lab->exercises) {
      submission.files.emplace(e.slug, read_file(submission.root, e.file));
    }
  }
  submission.changed = changed_files(submission.root, labs, given);
  submission.hash = hash_of(submission);
  return submission;
}

}  // namespace gradus::toolchain
